using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>Neither the rules about loops, waits and fields nor their fixes throw on half-typed code that they report.</summary>
public sealed class HalfTypedLoopsTests
{
    private const string Program = """
        public partial class Owner<T>(int size) : System.Collections.Generic.List<T>(size), IDisposable
        {
            private readonly JoinSet<int> _set = new(), _other = new JoinSet<int>();
            private JoinSet? Third { get; set; }
            public void Dispose() { if (size > 2) { Third?.AbortAll(); } }
            async Task Run(JoinSet<int> set, List<string> urls, bool flag)
            {
                (Third ??= new()).AbortAll();
                _other.Spawn(Do.Count).Abort(); _set?.Spawn(WorkAsync);
                while (await set.JoinNextAsync() is { } r) { if (flag) continue; set.Spawn(Do.Count); }
                for (var n = await set.JoinNextAsync(); n is not null; n = await set.JoinNextAsync()) foreach (var url in urls) set.Spawn(async ct => 1);
                while (true) { if (await set.JoinNextAsync() is not JoinResult<int> q) break; else for (int i = 0; i < 2; i++) set.Add(Task.FromResult(i)); }
                set.Spawn(static (all, ct) => flag ? all.JoinAllAsync(ct).ContinueWith(t => 1) : Drain(2, all), set);
                set.Spawn(async _ => { await using (set.ConfigureAwait(false)) { } await foreach (var (v, e) in set.JoinEachAsync()) { } return 1; });
            }
            static async Task<int> Drain(int a, JoinSet<int> it) { while (!it.IsEmpty) await it.JoinNextAsync(); return a; }
            private async Task<int> WorkAsync(CancellationToken ct) { _set.ToString(); return await Drain(it: _set, a: 3); }
        }
        """;

    [Fact]
    public async Task Nothing_throws_on_a_prefix() => await VerifyAsync(static (text, token) => text[..token.Span.End], stride: 10);

    [Fact]
    public async Task Nothing_throws_when_a_token_is_missing() => await VerifyAsync(static (text, token) => text.Remove(token.SpanStart, token.Span.Length), stride: 12);

    private static async Task VerifyAsync(Func<string, SyntaxToken, string> cut, int stride)
    {
        Snippet whole = Snippet.OfFile(Program);
        int reported = 0;
        foreach (SyntaxToken token in whole.Compile().SyntaxTrees.Single().GetRoot().DescendantTokens().Where((token, index) => token.SpanStart >= Snippet.Usings.Length && index % stride == 0))
        {
            var broken = new Snippet(cut(whole.Source, token));
            IReadOnlyList<Diagnostic> reports = await Snippet.ReportsAsync(broken.Compile());
            Assert.DoesNotContain(reports, static report => report.Id == "AD0001");
            if (reports.Count > 0)
            {
                reported++;
                await Workbench.FixEachAsync(broken);
            }
        }

        Assert.True(reported > 10, "hardly a variant was reported: this test proves nothing");
    }
}
