using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN009_IgnoredJoinResult;

/// <summary>What each remedy writes.</summary>
public sealed class IgnoredJoinResultFixTests
{
    [Theory]
    [InlineData("await set.JoinNextAsync();")]
    [InlineData("while (await set.JoinNextAsync() is not null) { }")]
    [InlineData("while (await set.JoinNextAsync() != null) { }")]
    [InlineData("while ((await set.JoinNextAsync()).HasValue) { }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) Console.WriteLine();")]
    [InlineData("while (await set.JoinNextAsync().ConfigureAwait(false) is JoinResult<int> r) { }")]
    [InlineData("while (await set.JoinNextAsync() is { }) { }")]
    [InlineData("await foreach (var r in set) { }")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token).ConfigureAwait(false)) Console.WriteLine();")]
    [InlineData("await foreach (var (value, error) in set) { }")]
    [InlineData("var r = await set.JoinNextAsync();")]
    [InlineData("while (true) {\nvar r = await set.JoinNextAsync();\nif (r is null) break; }")]
    [InlineData("JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is not null) { }")]
    [InlineData("while (!set.IsEmpty) await set.JoinNextAsync();")]
    [InlineData("while (set.TryJoinNext(out var r)) { }")]
    [InlineData("if (await set.JoinNextAsync() is null) return;")]
    [InlineData("while (set.Count >= 8)\nawait set.JoinNextAsync();")]
    [InlineData("await set.JoinNextAsync();\nset.AbortAll(); await set.ShutdownAsync();")]
    public Task Every_fix_is_good_for(string statements)
        => FixSweep.VerifyAsync(Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements));

    [Theory]
    [InlineData("await {|JOIN009:set.JoinNextAsync()|};", "(await set.JoinNextAsync())?.ThrowIfFailed();")]
    [InlineData("await {|JOIN009:set.JoinNextAsync()|}.ConfigureAwait(false); // one", "(await set.JoinNextAsync().ConfigureAwait(false))?.ThrowIfFailed(); // one")]
    [InlineData("var r = await {|JOIN009:set.JoinNextAsync()|};", "var r = await set.JoinNextAsync();\nr?.ThrowIfFailed();")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} is { } r)\n    Console.WriteLine();", "while (await set.JoinNextAsync() is { } r)\n{\n    r.ThrowIfFailed();\n    Console.WriteLine();\n}")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} is not null)\n{\n}", "while (await set.JoinNextAsync() is { } result)\n{\n    result.ThrowIfFailed();\n}")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} is not null) { }", "while (await set.JoinNextAsync() is { } result)\n{\n    result.ThrowIfFailed();\n}")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} != null)\n    Console.WriteLine();", "while (await set.JoinNextAsync() is { } result)\n{\n    result.ThrowIfFailed();\n    Console.WriteLine();\n}")]
    [InlineData("while ((await {|JOIN009:set.JoinNextAsync()|}) is not null)\n{\n    // nothing\n}", "while ((await set.JoinNextAsync()) is { } result)\n{\n    // nothing\n    result.ThrowIfFailed();\n}")]
    [InlineData("while ((await {|JOIN009:set.JoinNextAsync()|}).HasValue)\n{\n}", "while ((await set.JoinNextAsync()) is { } result)\n{\n    result.ThrowIfFailed();\n}")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} is not null)\n{\n    { int result = 1; Console.WriteLine(result); }\n}", "while (await set.JoinNextAsync() is { } result1)\n{\n    result1.ThrowIfFailed();\n    { int result = 1; Console.WriteLine(result); }\n}")]
    [InlineData(
        "while (await {|JOIN009:set.JoinNextAsync()|} is not null) { }\nset.Spawn(Do.Count);\nif (await {|JOIN009:set.JoinNextAsync()|} is not null) Console.WriteLine();",
        "while (await set.JoinNextAsync() is { } result)\n{\n    result.ThrowIfFailed();\n}\nset.Spawn(Do.Count);\nif (await set.JoinNextAsync() is { } result1)\n{\n    result1.ThrowIfFailed();\n    Console.WriteLine();\n}")]
    [InlineData("await foreach (var {|JOIN009:r|} in set)\n{\n    // nothing to do\n}", "await foreach (var r in set)\n{\n    // nothing to do\n    r.ThrowIfFailed();\n}")]
    [InlineData("await foreach (var {|JOIN009:r|} in set) ;", "await foreach (var r in set)\n{\n    r.ThrowIfFailed();\n}")]
    [InlineData("while ({|JOIN009:set.TryJoinNext(out var r)|})\n{\n    Console.WriteLine();\n}", "while (set.TryJoinNext(out var r))\n{\n    r.ThrowIfFailed();\n    Console.WriteLine();\n}")]
    public Task Throw_looks_at_the_result(string before, string after) => FixTest.VerifyStatementsAsync("JOIN009.Throw", Spawned + before, Spawned + after);

    [Theory]
    [InlineData("await foreach (var {|JOIN009:r|} in set) { }", "await set.JoinAllAsync();")]
    [InlineData("while (await {|JOIN009:set.JoinNextAsync()|} is not null) ; // wait", "await set.JoinAllAsync(); // wait")]
    public Task JoinAll_takes_the_place_of_an_empty_loop(string before, string after) => FixTest.VerifyStatementsAsync("JOIN009.JoinAll", Spawned + before, Spawned + after);

    private const string Spawned = "await using var set = new JoinSet<int>();\nset.SpawnEach(urls, (url, ct) => Do.Count(ct));\n";
}
