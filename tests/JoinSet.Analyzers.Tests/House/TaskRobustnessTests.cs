using System.Collections.Immutable;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>No rule and no fix throws on half-typed code about spawned delegates and loops over tasks.</summary>
public sealed class TaskRobustnessTests
{
    /// <summary>Every token would take minutes: these are spread evenly.</summary>
    private const int Stride = 4;

    private const string Delegates = """
        await using var set = new JoinSet<int>();
        Func<CancellationToken, Task<int>> work = ct => Task.FromResult(Do.Count(ct).Result);
        set.Spawn(work);
        set.SpawnEach(urls, async (url, ct) => { Thread.Sleep(TimeSpan.FromSeconds(1)); await Task.Delay(1, token); return url.Length; });
        set.Spawn(state: "a", work: async (text, ct) => { Task.WaitAll(Do.Step(ct)); return System.IO.File.ReadAllText(text).Length; });
        set.Spawn(Local);
        async Task<int> Local(CancellationToken ct) { await Task.Delay(2); Do.Step(token).Wait(); return Inner(); }
        int Inner() { new SemaphoreSlim(1).Wait(500); return Do.Count(default).GetAwaiter().GetResult(); }
        await foreach (var result in set) Console.WriteLine(result.Value);
        """;

    private const string Loops = """
        var tasks = urls.Select(url => Do.Count(token)).ToList();
        foreach (var task in tasks) { int n = await task.ConfigureAwait(false); Console.WriteLine(n); }
        Task<int>[] two = [Do.Count(token), Do.Count(token)];
        foreach (var task in two) Console.WriteLine((await task).ToString());
        List<Task<int>> running = new();
        foreach (var url in urls)
        {
            if (running.Count == 4) { running.Remove(await Task.WhenAny(running)); }
            while (running.Count >= 5) { var done = await Task.WhenAny(running); running.Remove(done); }
            running.Add(Do.Count(token));
        }
        while (running.Any()) { var done = await Task.WhenAny(running); running.Remove(done); Console.WriteLine(await done); }
        """;

    [Theory]
    [InlineData(Delegates)]
    [InlineData(Loops)]
    public async Task Nothing_throws_on_a_prefix(string program)
        => Assert.True(await FixEachAsync(program, static (text, token) => text[..token.Span.End]) > 10, "hardly a prefix was reported: this test proves nothing");

    [Theory]
    [InlineData(Delegates)]
    [InlineData(Loops)]
    public async Task Nothing_throws_when_a_token_is_missing(string program)
        => Assert.True(await FixEachAsync(program, static (text, token) => text.Remove(token.SpanStart, token.Span.Length)) > 10, "hardly a variant was reported: this test proves nothing");

    private static async Task<int> FixEachAsync(string program, Func<string, SyntaxToken, string> cut)
    {
        Snippet whole = Snippet.OfStatements(program);
        int start = whole.Source.IndexOf(program, StringComparison.Ordinal);
        int reported = 0;
        foreach (SyntaxToken token in whole.Compile().SyntaxTrees.Single().GetRoot().DescendantTokens().Where(token => token.SpanStart >= start).Where(static (_, index) => index % Stride == 0))
        {
            var broken = new Snippet(cut(whole.Source, token));
            ImmutableArray<Diagnostic> reports = await Snippet.ReportsAsync(broken.Compile());
            Assert.DoesNotContain(reports, static report => report.Id == "AD0001");
            if (reports.Length > 0)
            {
                reported++;
                await Workbench.FixEachAsync(broken);
            }
        }

        return reported;
    }
}
