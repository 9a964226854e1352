using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN005_EarlyExit;

/// <summary>Leaving a join loop early under await using loses the rest.</summary>
public sealed class EarlyExitAnalyzerTests
{
    [Theory]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted)\nbreak; // JOIN005\n}")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { Console.WriteLine(r);\nreturn; // JOIN005\n} }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (r.IsFaulted)\ngoto end; // JOIN005\n} end: Console.WriteLine();")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; if (r.Value.IsSuccess)\nbreak; // JOIN005\n}")]
    [InlineData("while (\nawait set.JoinNextAsync() is { IsSuccess: true } r // JOIN005\n) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set) { foreach (var url in urls) { if (url.Length == 3)\nreturn; // JOIN005\n} }")]
    [InlineData("await foreach (var r in set) { try { if (r.IsFaulted)\nreturn; // JOIN005\n} finally { Console.WriteLine(); } }")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token).ConfigureAwait(false)) { switch (r.IsSuccess) { case true: continue; default:\nreturn; // JOIN005\n} }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted)\nbreak; // JOIN005\nif (r.IsCanceled)\nbreak; // JOIN005\n}")]
    [InlineData("await foreach (var r in set) { Console.WriteLine(r.Value);\nbreak; // JOIN005\n}")]
    public async Task Reports_when_a_loop_is_left_by(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN005");

    [Theory]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { set.AbortAll(); break; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { await set.ShutdownAsync(); return; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; } await set.ShutdownAsync();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; } set.DetachAll();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; } await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set) { if (set.IsEmpty) break; }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) continue; Console.WriteLine(r); }")]
    [InlineData("await foreach (var r in set) { foreach (var url in urls) { if (url.Length == 3) break; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) throw new Exception(); }")]
    [InlineData("await foreach (var r in set) r.Error?.Rethrow();")]
    [InlineData("await foreach (var r in set) { if (token.IsCancellationRequested) return; }")]
    [InlineData("int done = 0; await foreach (var r in set) { if (++done == urls.Count) break; }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { Action action = () => { return; }; action(); }")]
    [InlineData("if (await set.JoinNextAsync() is { } first) Console.WriteLine(first.Value);")]
    public async Task Stays_quiet_when_the_rest_is_seen_to_or_the_exit_is_none(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN005");

    [Theory]
    [InlineData("using var")]
    [InlineData("var")]
    public async Task Leaves_other_sets_to_JOIN001(string keywords)
        => await Snippet.OfStatements(keywords + " set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count);\nawait foreach (var r in set) { if (r.IsFaulted) break; }").VerifyAsync("JOIN001", "JOIN005");

    [Fact]
    public async Task Message_names_the_set_and_the_spawns()
    {
        var report = await Snippet.OfStatements("await using var jobs = new JoinSet();\njobs.SpawnEach(urls, (url, ct) => Do.Step(ct));\nawait foreach (var r in jobs)\n    if (r.IsFaulted) break;").SingleReportAsync("JOIN005");

        Assert.Equal(
            "The join loop of 'jobs' ends here before the set is empty: disposing aborts the rest of the tasks spawned on line 9, and their results are lost",
            report.GetMessage(null));
        Assert.Single(report.AdditionalLocations);
    }
}
