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

    private const string PlainTasks = """
        var list = new List<int>(); int n = 0; bool stop = false; var tasks = new List<Task>(); using var gate = new SemaphoreSlim(1);
        for (int i = 0; i < 3; i++) tasks.Add(Task.Run(async () => { await gate.WaitAsync(); n += i; list.Add(n); }));
        var one = new Thread(() => { while (!stop) n++; }) { IsBackground = true }; one.Start(); stop = true; one.Join();
        Parallel.ForEach(urls, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (u, state) => { n += u.Length; list[0] = n; });
        ThreadPool.QueueUserWorkItem(_ => { Interlocked.Increment(ref n); }); using var timer = new Timer(_ => n--, null, 0, 5);
        _ = Task.Factory.StartNew(() => { (n, stop) = (1, true); urls.ForEach(u => n++); }).ContinueWith(t => n++);
        Parallel.Invoke(() => n++, () => list.Add(2)); await Task.WhenAll(urls.Select(u => Task.Run(() => n += u.Length)));
        """;

    private const string Gathered = """
        var map = new Dictionary<string, int>(); int best = 0;
        await using var set = new JoinSet(); await using JoinSet two = new(new JoinSetOptions { MaxConcurrency = 2 });
        foreach (var u in urls) set.Spawn(async ct => { int c = await Do.Count(ct); if (c > best) { best = c; } });
        two.SpawnEach(urls, async (u, ct) => map[u] = await Do.Count(ct));
        set.Spawn(static async (s, ct) => { var (m, u) = s; await Do.Step(ct); m.Add(u, 1); }, (map, urls[0]));
        await set.JoinAllAsync(); while (await two.JoinNextAsync() is JoinResult result) { result.ThrowIfFailed(); }
        """;

    [Theory]
    [InlineData(Program)]
    [InlineData(PlainTasks)]
    [InlineData(Gathered)]
    public Task Nothing_throws_on_a_prefix(string program) => VerifyAsync(program, static (text, token) => text[..token.Span.End]);

    [Theory]
    [InlineData(Program)]
    [InlineData(PlainTasks)]
    [InlineData(Gathered)]
    public Task Nothing_throws_when_a_token_is_missing(string program) => VerifyAsync(program, static (text, token) => text.Remove(token.SpanStart, token.Span.Length));

    // Each of them may be any other one, or its opposite: to follow every chain would take longer than anybody waits.
    [Fact]
    public async Task Flags_that_are_made_of_each_other_come_to_an_end()
    {
        string[] flags = [.. Enumerable.Range(0, 12).Select(static number => $"flag{number}")];
        string mixed = string.Concat(flags.SelectMany(_ => flags, static (one, other) => $"{one} = !{other}; "));
        string program = $"int n = 0; var set = new JoinSet(); bool {string.Join(", ", flags.Select(static one => one + " = false"))};\n"
            + "while (!flag0) { set.Spawn(ct => { n++; return Do.Step(ct); }); " + mixed + "}\nawait set.JoinAllAsync();";

        Diagnostic[] reports = [.. (await Snippet.ReportsAsync(Snippet.OfStatements(program).Compile())).Where(static report => report.Id == "JOIN007")];

        Assert.Single(reports);
    }

    private static async Task VerifyAsync(string program, Func<string, SyntaxToken, string> cut)
    {
        Snippet whole = Snippet.OfStatements(program);
        int start = whole.Source.IndexOf(program, StringComparison.Ordinal);
        int reported = 0;
        foreach (SyntaxToken token in whole.Compile().SyntaxTrees.Single().GetRoot().DescendantTokens().Where((token, index) => token.SpanStart >= start && index % 5 == 0))
        {
            var broken = new Snippet(cut(whole.Source, token));
            var reports = await Snippet.ReportsAsync(broken.Compile(), Settings.PlainTasks);
            Assert.DoesNotContain(reports, static report => report.Id == "AD0001");
            if (reports.Any(static report => report.Id is "JOIN004" or "JOIN007" or "JOIN008"))
            {
                reported++;
                await Workbench.FixEachAsync(broken, Settings.PlainTasks);
            }
        }

        Assert.True(reported > 10, "hardly a variant was reported: this test proves nothing");
    }
}
