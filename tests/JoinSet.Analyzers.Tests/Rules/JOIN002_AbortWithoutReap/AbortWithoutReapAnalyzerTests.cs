using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN002_AbortWithoutReap;

/// <summary>AbortAll is a request: somebody has to wait for the tasks.</summary>
public sealed class AbortWithoutReapAnalyzerTests
{
    [Theory]
    [InlineData("set.AbortAll(); // JOIN002")]
    [InlineData("set.AbortAll(); // JOIN002\nif (flag) await set.ShutdownAsync();")]
    [InlineData("await set.JoinNextAsync();\nset.AbortAll(); // JOIN002")]
    [InlineData("set.AbortAll(); // JOIN002\nset.Dispose();")]
    [InlineData("set.AbortAll(); // JOIN002\nset = new JoinSet<int>();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) {\nset.AbortAll(); // JOIN002\nbreak; } }")]
    [InlineData("try { Console.WriteLine(); } finally {\nset.AbortAll(); // JOIN002\n}")]
    [InlineData("if (flag) {\nset.AbortAll(); // JOIN002\nreturn; } await set.JoinAllAsync();")]
    [InlineData("set.AbortAll(); // JOIN002\nwhile (set.TryJoinNext(out var r)) Console.WriteLine(r);")]
    [InlineData("if (flag)\nset.AbortAll(); // JOIN002\nelse await set.JoinAllAsync();")]
    [InlineData("set.AbortAll(); // JOIN002\nvar end = set.ShutdownAsync();")]
    [InlineData("Stop(set); static void Stop(JoinSet<int> it) { it.Count.ToString(); }\nset.AbortAll(); // JOIN002")]
    public async Task Reports_when_nobody_reaps(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN002");

    [Theory]
    [InlineData("set.AbortAll(); await set.ShutdownAsync();")]
    [InlineData("set.AbortAll(); while (await set.JoinNextAsync() is { } r) Console.WriteLine(r);")]
    [InlineData("set.AbortAll(); while (!set.IsEmpty) await set.JoinNextAsync();")]
    [InlineData("set.AbortAll(); await foreach (var r in set) { }")]
    [InlineData("set.AbortAll(); try { await set.JoinAllAsync(); } catch (OperationCanceledException) { }")]
    [InlineData("set.AbortAll(); await set.DisposeAsync();")]
    [InlineData("await using (set) { set.AbortAll(); }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) set.AbortAll(); }")]
    [InlineData("set.AbortAll(); set.DetachAll();")]
    [InlineData("await set.JoinAllAsync(); set.AbortAll();")]
    [InlineData("if (set.IsEmpty) set.AbortAll(); else await set.JoinAllAsync();")]
    [InlineData("set.AbortAll(); Console.WriteLine(new[] { set });")]
    [InlineData("set.AbortAll(); await Reap(set); static async Task Reap(JoinSet<int> it) { await it.ShutdownAsync(); }")]
    [InlineData("set.AbortAll(); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    public async Task Stays_quiet_when_somebody_reaps(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN002");

    [Fact]
    public async Task Speaks_alone_of_a_path_that_aborts()
        => await Snippet.OfStatements("using var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nset.AbortAll(); // JOIN002").VerifyAsync("JOIN001", "JOIN002");

    [Fact]
    public async Task Message_names_the_spawns_and_the_path()
    {
        var report = await Snippet.OfStatements("var jobs = new JoinSet();\njobs.Spawn(Do.Step);\njobs.AbortAll();\nif (flag) return;\nawait jobs.ShutdownAsync();").SingleReportAsync("JOIN002");

        Assert.Equal(
            "AbortAll only asks: the tasks that 'jobs' was given on line 9 may still be running, and nobody waits for them on the path that leaves its scope after line 11",
            report.GetMessage(null));
        Assert.Equal(8, Assert.Single(report.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
    }
}
