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
    [InlineData("int sum = 0; await foreach (var r in set) { sum += r.Value; if (sum > 10)\nbreak; // JOIN005\n}")]
    [InlineData("for (int i = 0; i < urls.Count; i++) { if (await set.JoinNextAsync() is { IsSuccess: true })\nreturn; // JOIN005\n}")]
    [InlineData("foreach (int size in new[] { 1, 2 }) { if (await set.JoinNextAsync() is { IsSuccess: true })\nreturn; // JOIN005\n}")]
    [InlineData("while (\nawait set.JoinNextAsync() is { IsSuccess: true } or { IsCanceled: true } // JOIN005\n) Console.WriteLine();")]
    [InlineData("var votes = new List<int>(); while (votes.Count < 3 &&\nawait set.JoinNextAsync() is { } r // JOIN005\n) votes.Add(r.Value);")]
    [InlineData("bool isFound = flag; while (!isFound &&\nawait set.JoinNextAsync() is { } r // JOIN005\n) isFound = r.IsSuccess;")]
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
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: var isGood, Id: _ } r) Console.WriteLine(isGood);")]
    [InlineData("while (await set.JoinNextAsync() is var (value, error)) Console.WriteLine(value);")]
    [InlineData("await foreach (var r in set) { if (set is { IsEmpty: true }) break; }")]
    [InlineData("await foreach (var r in set) { if (set is { Count: 0 }) return; }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { Action action = () => { return; }; action(); }")]
    [InlineData("if (await set.JoinNextAsync() is { } first) Console.WriteLine(first.Value);")]
    public async Task Stays_quiet_when_the_rest_is_seen_to_or_the_exit_is_none(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN005");

    [Theory]
    [InlineData("Func<Task> run = async () => {", "}; await run();")]
    [InlineData("await First(); async Task First() {", "}")]
    public async Task Reports_in_functions_within_functions(string before, string after)
        => await Snippet.OfStatements(before + "await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\nawait foreach (var r in set) { if (r.IsSuccess)\nreturn; // JOIN005\n}" + after).VerifyAsync("JOIN001", "JOIN005");

    // Before the first join, too: the loop's condition is what cuts it short.
    [Fact]
    public async Task Leaves_nothing_to_JOIN001_where_its_own_condition_ends_the_loop()
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\nint n = 0; while (n < urls.Count - 1 && flag &&\nawait set.JoinNextAsync() is { } r // JOIN005\n) n = r.Value;").VerifyAsync("JOIN001", "JOIN005");

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
