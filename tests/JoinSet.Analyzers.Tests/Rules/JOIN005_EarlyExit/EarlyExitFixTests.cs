using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN005_EarlyExit;

/// <summary>What each remedy writes.</summary>
public sealed class EarlyExitFixTests
{
    [Theory]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted)\nbreak;\n}")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { Console.WriteLine(r);\nreturn;\n} }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (r.IsFaulted)\ngoto end;\n} end: Console.WriteLine();")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; if (r.Value.IsSuccess)\nbreak;\n}")]
    [InlineData("while (\nawait set.JoinNextAsync() is { IsSuccess: true } r\n) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set) { foreach (var url in urls) { if (url.Length == 3)\nreturn;\n} }")]
    [InlineData("await foreach (var r in set) { try { if (r.IsFaulted)\nreturn;\n} finally { Console.WriteLine(); } }")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token).ConfigureAwait(false)) { switch (r.IsSuccess) { case true: continue; default:\nreturn;\n} }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted)\nbreak;\nif (r.IsCanceled)\nbreak;\n}")]
    [InlineData("await foreach (var r in set) { Console.WriteLine(r.Value);\nbreak;\n}")]
    public Task Every_fix_is_good_for(string statements)
        => FixSweep.VerifyAsync(Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements));

    [Fact]
    public Task Finish_aborts_the_rest_and_passes_over_it() => FixTest.VerifyStatementsAsync(
        "JOIN005.Finish",
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        await foreach (var r in set)
        {
            // the first failure ends it all
            if (r.IsFaulted)
                {|JOIN005:break;|}

            Console.WriteLine(r.Value);
        }
        """,
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        await foreach (var r in set)
        {
            if (r.IsCanceled)
            {
                continue;
            }

            // the first failure ends it all
            if (r.IsFaulted)
            {
                set.AbortAll();
                continue;
            }

            Console.WriteLine(r.Value);
        }
        """);

    [Fact]
    public Task Shutdown_comes_before_the_exit() => FixTest.VerifyStatementsAsync(
        "JOIN005.Shutdown",
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        while (await set.JoinNextAsync() is { } r)
        {
            if (r.IsFaulted)
            {
                Console.WriteLine(r);
                {|JOIN005:return;|}
            }
        }
        """,
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        while (await set.JoinNextAsync() is { } r)
        {
            if (r.IsFaulted)
            {
                Console.WriteLine(r);
                await set.ShutdownAsync();
                return;
            }
        }
        """);

    [Fact]
    public Task Shutdown_comes_after_a_loop_whose_condition_ends_it() => FixTest.VerifyStatementsAsync(
        "JOIN005.Shutdown",
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        while (await {|JOIN005:set.JoinNextAsync()|} is { IsSuccess: true } r)
        {
            Console.WriteLine(r.Value);
        }

        Console.WriteLine("done");
        """,
        """
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, (url, ct) => Do.Count(ct));
        while (await set.JoinNextAsync() is { IsSuccess: true } r)
        {
            Console.WriteLine(r.Value);
        }
        await set.ShutdownAsync();

        Console.WriteLine("done");
        """);
}
