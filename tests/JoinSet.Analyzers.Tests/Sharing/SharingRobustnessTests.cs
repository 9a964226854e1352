using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sharing;

/// <summary>No rule of sharing, and no fix, throws on half-typed code that races.</summary>
public sealed class SharingRobustnessTests
{
    private const string Program = """
        var list = new List<int>(); var random = new Random(); int n = 0; bool stop = false;
        await using var set = new JoinSet();
        using (var gate = new SemaphoreSlim(1))
        {
            for (int i = 0; i < 3; i++)
                set.Spawn(async ct => { while (!stop) await gate.WaitAsync(ct); n += i; list.Add(random.Next(n)); });
            void Add((int X, int Y) p) { lock (list) { list?.Add(p.X); } (n, _) = p; n++; }
            set.SpawnEach(urls, async (u, ct) => { await Do.Step(ct); Add((u.Length, 1)); if (Interlocked.Exchange(ref n, 1) == 0) stop = true; });
            stop = true;
        }
        while (await set.JoinNextAsync() is { } result && !set.IsEmpty) { foreach (int x in list) n -= x; }
        """;

    [Fact]
    public Task Nothing_throws_on_a_prefix() => VerifyAsync(static (text, token) => text[..token.Span.End]);

    [Fact]
    public Task Nothing_throws_when_a_token_is_missing() => VerifyAsync(static (text, token) => text.Remove(token.SpanStart, token.Span.Length));

    private static async Task VerifyAsync(Func<string, SyntaxToken, string> cut)
    {
        Snippet whole = Snippet.OfStatements(Program);
        int start = whole.Source.IndexOf(Program, StringComparison.Ordinal);
        int reported = 0;
        foreach (SyntaxToken token in whole.Compile().SyntaxTrees.Single().GetRoot().DescendantTokens().Where((token, index) => token.SpanStart >= start && index % 5 == 0))
        {
            var broken = new Snippet(cut(whole.Source, token));
            var reports = await Snippet.ReportsAsync(broken.Compile());
            Assert.DoesNotContain(reports, static report => report.Id == "AD0001");
            if (reports.Any(static report => report.Id is "JOIN004" or "JOIN007" or "JOIN008"))
            {
                reported++;
                await Workbench.FixEachAsync(broken);
            }
        }

        Assert.True(reported > 10, "hardly a variant was reported: this test proves nothing");
    }
}
