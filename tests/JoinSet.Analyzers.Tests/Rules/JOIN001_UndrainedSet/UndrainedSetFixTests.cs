using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>What each remedy writes, and where it puts it.</summary>
public sealed class UndrainedSetFixTests
{
    private const string JoinLoop = "JOIN001.JoinLoop";
    private const string JoinAll = "JOIN001.JoinAll";
    private const string Shutdown = "JOIN001.Shutdown";
    private const string Detach = "JOIN001.Detach";

    [Fact]
    public async Task Offers_the_four_remedies_best_first()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements("var set = new JoinSet<int>();\nset.Spawn(Do.Count);"), "JOIN001");

        Assert.Equal([JoinLoop, JoinAll, Shutdown, Detach], offered.Select(static action => action.EquivalenceKey));
    }

    [Theory]
    [InlineData(JoinAll, "await set.JoinAllAsync();")]
    [InlineData(Shutdown, "await set.ShutdownAsync();")]
    [InlineData(Detach, "set.DetachAll();")]
    public Task Fix_puts_one_statement_at_the_end_of_the_scope(string key, string statement) => FixTest.VerifyStatementsAsync(
        key,
        """
        var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        Console.WriteLine("meanwhile");
        """,
        $"""
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        Console.WriteLine("meanwhile");
        {statement}
        """);

    [Fact]
    public Task JoinLoop_throws_if_a_task_with_a_value_failed() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        await using var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);

        await foreach (var result in set)
        {
            result.ThrowIfFailed();
        }
        """);

    [Fact]
    public Task JoinLoop_throws_if_a_task_without_a_value_failed() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        await using var {|JOIN001:set|} = new JoinSet();
        set.Spawn(Do.Step);
        """,
        """
        await using var set = new JoinSet();
        set.Spawn(Do.Step);

        await foreach (var result in set)
        {
            result.ThrowIfFailed();
        }
        """);

    [Fact]
    public Task Fix_drains_only_where_nothing_does_so_yet() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        using var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
        {
            await foreach (var r in set)
            {
                Console.WriteLine(r.Value);
            }

            return;
        }

        if (urls.Count == 3)
            return;

        await set.ShutdownAsync();
        Console.WriteLine("done");
        """,
        """
        using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
        {
            await foreach (var r in set)
            {
                Console.WriteLine(r.Value);
            }

            return;
        }

        if (urls.Count == 3)
        {
            await set.JoinAllAsync();
            return;
        }

        await set.ShutdownAsync();
        Console.WriteLine("done");
        """);

    [Fact]
    public Task Using_is_what_an_abandoned_iterator_lacks() => FixTest.VerifyMembersAsync(
        "JOIN001.Using",
        """
        async IAsyncEnumerable<int> Run(List<string> urls)
        {
            var {|JOIN001:set|} = new JoinSet<int>();
            set.SpawnEach(urls, (url, ct) => Do.Count(ct));
            await foreach (var r in set)
                yield return r.Value;
        }
        """,
        """
        async IAsyncEnumerable<int> Run(List<string> urls)
        {
            await using var set = new JoinSet<int>();
            set.SpawnEach(urls, (url, ct) => Do.Count(ct));
            await foreach (var r in set)
                yield return r.Value;
        }
        """);

    [Fact]
    public Task Using_is_what_a_path_that_throws_lacks() => FixTest.VerifyStatementsAsync(
        "JOIN001.Using",
        """
        var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (urls.Count == 0) throw new ArgumentException("none");
        await foreach (var r in set) Console.WriteLine(r.Value);
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (urls.Count == 0) throw new ArgumentException("none");
        await foreach (var r in set) Console.WriteLine(r.Value);
        """);

    [Fact]
    public Task Drain_comes_with_a_using_where_another_path_throws() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (urls.Count == 0)
        {
            throw new ArgumentException("none");
        }
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (urls.Count == 0)
        {
            throw new ArgumentException("none");
        }
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Drain_comes_before_the_variable_is_given_another_set() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet<int>();
        set.Spawn(Do.Count);
        set = new JoinSet<int>();
        set.Spawn(Do.Count);
        await set.JoinAllAsync();
        """,
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        await set.JoinAllAsync();
        set = new JoinSet<int>();
        set.Spawn(Do.Count);
        await set.JoinAllAsync();
        """);

    [Fact]
    public async Task Drain_is_not_offered_where_the_variable_may_have_no_set_yet()
        => Assert.Empty(await Workbench.OfferedAsync(
            Snippet.OfStatements("JoinSet<int>? set = null;\nforeach (var url in urls) { set = new JoinSet<int>(); set.Spawn(Do.Count); }\nif (set != null) await set.JoinAllAsync();"), "JOIN001"));

    [Fact]
    public Task JoinLoop_finds_a_free_name() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        int result = 1, result1 = 2;
        var {|JOIN001:@set|} = new JoinSet();
        @set.Spawn(Do.Step);
        """,
        """
        int result = 1, result1 = 2;
        var @set = new JoinSet();
        @set.Spawn(Do.Step);

        await foreach (var result2 in @set)
        {
            result2.ThrowIfFailed();
        }
        """);

    [Fact]
    public Task Fix_comes_before_a_trailing_return_and_leaves_its_comment_there() => FixTest.VerifyMembersAsync(
        JoinLoop,
        """
        static async Task<int> Run()
        {
            await Task.Yield();
            var {|JOIN001:set|} = new JoinSet<int>(); // the set
            set.Spawn(Do.Count); // its task

            // the answer
            return 42;
        }
        """,
        """
        static async Task<int> Run()
        {
            await Task.Yield();
            var set = new JoinSet<int>(); // the set
            set.Spawn(Do.Count); // its task

            await foreach (var result in set)
            {
                result.ThrowIfFailed();
            }

            // the answer
            return 42;
        }
        """);

    [Fact]
    public Task Fix_comes_before_every_exit_that_a_spawn_can_reach() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        if (urls.Count == 0) return;
        var {|JOIN001:set|} = new JoinSet<int>();
        if (flag)
            return;
        foreach (var url in urls)
        {
            if (url.Length == 0)
                // nothing to do
                return; // at all
            if (url == "stop") return;
            else set.Spawn(Do.Count);
        }
        """,
        """
        if (urls.Count == 0) return;
        var set = new JoinSet<int>();
        if (flag)
            return;
        foreach (var url in urls)
        {
            if (url.Length == 0)
            {
                await set.JoinAllAsync();
                // nothing to do
                return; // at all
            }
            if (url == "stop")
            {
                await set.JoinAllAsync();
                return;
            }
            else set.Spawn(Do.Count);
        }
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Fix_skips_the_branch_in_which_nothing_was_spawned() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        using var {|JOIN001:set|} = new JoinSet();
        switch (urls.Count)
        {
            case 0: return;
            case 1: set.Spawn(Do.Step); return;
            default: throw new InvalidOperationException();
        }
        """,
        """
        using var set = new JoinSet();
        switch (urls.Count)
        {
            case 0: return;
            case 1: set.Spawn(Do.Step); await set.JoinAllAsync(); return;
            default: throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task Fix_ends_each_turn_of_a_loop_when_the_set_lives_in_its_body() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        foreach (var url in urls)
        {
            var {|JOIN001:set|} = new JoinSet();
            set.Spawn(Do.Step);
            if (url == "skip") continue;
            if (url == "stop") break;
        }
        """,
        """
        foreach (var url in urls)
        {
            var set = new JoinSet();
            set.Spawn(Do.Step);
            if (url == "skip")
            {
                await set.JoinAllAsync();
                continue;
            }
            if (url == "stop")
            {
                await set.JoinAllAsync();
                break;
            }
            await set.JoinAllAsync();
        }
        """);

    [Fact]
    public Task Fix_comes_before_a_statement_that_works_on_what_the_tasks_work_on() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        int count = 0;
        var seen = new ConcurrentBag<int>();
        var {|JOIN001:set|} = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); seen.Add(Interlocked.Increment(ref count)); });
        Console.WriteLine("meanwhile");

        // the sum
        Console.WriteLine(seen.Count);
        Console.WriteLine(count);
        """,
        """
        int count = 0;
        var seen = new ConcurrentBag<int>();
        var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); seen.Add(Interlocked.Increment(ref count)); });
        Console.WriteLine("meanwhile");
        await set.JoinAllAsync();

        // the sum
        Console.WriteLine(seen.Count);
        Console.WriteLine(count);
        """);

    [Theory]
    [InlineData("using")]
    [InlineData("await using")]
    public Task Fix_goes_into_the_body_of_a_using_statement(string keyword) => FixTest.VerifyStatementsAsync(
        JoinAll,
        $$"""
        {{keyword}} (var {|JOIN001:set|} = new JoinSet())
        {
            set.Spawn(Do.Step);
        }
        """,
        $$"""
        {{keyword}} (var set = new JoinSet())
        {
            set.Spawn(Do.Step);
            await set.JoinAllAsync();
        }
        """);

    [Fact]
    public Task Fix_makes_a_block_when_the_body_of_a_using_has_none() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        using (var {|JOIN001:set|} = new JoinSet())
            set.Spawn(Do.Step); // why
        """,
        """
        using (var set = new JoinSet())
        {
            set.Spawn(Do.Step); // why
            await set.JoinAllAsync();
        }
        """);

    [Fact]
    public Task Fix_comes_before_the_end_of_a_using_over_the_set() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet();
        await using (set.ConfigureAwait(false))
        {
            set.Spawn(Do.Step);
        }

        Console.WriteLine();
        """,
        """
        var set = new JoinSet();
        await using (set.ConfigureAwait(false))
        {
            set.Spawn(Do.Step);
            await set.JoinAllAsync();
        }

        Console.WriteLine();
        """);

    [Fact]
    public Task Fix_comes_before_a_dispose_by_hand() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet();
        set.Spawn(Do.Step);
        set.Dispose();
        Console.WriteLine();
        """,
        """
        var set = new JoinSet();
        set.Spawn(Do.Step);
        await set.JoinAllAsync();
        set.Dispose();
        Console.WriteLine();
        """);

    [Fact]
    public Task Fix_comes_before_a_dispose_by_hand_although_a_later_statement_shares_an_object() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var seen = new ConcurrentBag<int>();
        var {|JOIN001:set|} = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); seen.Add(1); });
        set.Dispose();
        seen.Clear();
        """,
        """
        var seen = new ConcurrentBag<int>();
        var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); seen.Add(1); });
        await set.JoinAllAsync();
        set.Dispose();
        seen.Clear();
        """);

    [Fact]
    public Task Fix_comes_before_a_finally_that_disposes() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet();
        try
        {
            set.Spawn(Do.Step);
        }
        finally
        {
            await set.DisposeAsync();
        }
        """,
        """
        var set = new JoinSet();
        try
        {
            set.Spawn(Do.Step);
            await set.JoinAllAsync();
        }
        finally
        {
            await set.DisposeAsync();
        }
        """);

    [Fact]
    public Task Fix_stays_outside_a_conditional_part() => FixTest.VerifyStatementsAsync(
        JoinAll,
        """
        var {|JOIN001:set|} = new JoinSet();
        set.Spawn(Do.Step);
        #if !NEVER
        set.Spawn(Do.Step);
        #endif
        """,
        """
        var set = new JoinSet();
        set.Spawn(Do.Step);
        #if !NEVER
        set.Spawn(Do.Step);
        #endif
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Fix_comes_before_the_local_functions_at_the_end() => FixTest.VerifyProgramAsync(
        JoinLoop,
        """
        var {|JOIN001:set|} = new JoinSet();
        set.Spawn(Work);
        if (args.Length > 3) return;
        Console.WriteLine();

        static Task Work(CancellationToken token) => Do.Step(token);
        """,
        """
        var set = new JoinSet();
        set.Spawn(Work);
        if (args.Length > 3)
        {
            await foreach (var result in set)
            {
                result.ThrowIfFailed();
            }

            return;
        }
        Console.WriteLine();

        await foreach (var result in set)
        {
            result.ThrowIfFailed();
        }

        static Task Work(CancellationToken token) => Do.Step(token);
        """);

    [Fact]
    public Task FixAll_drains_sets_that_share_their_exits_in_the_order_of_their_declarations() => FixTest.VerifyMembersAsync(
        JoinLoop,
        """
        static Task Run(bool flag)
        {
            var {|JOIN001:first|} = new JoinSet();
            var {|JOIN001:second|} = new JoinSet<int>();
            first.Spawn(Do.Step);
            second.Spawn(Do.Count);
            if (flag) return Task.CompletedTask;
            return Task.CompletedTask;
        }
        """,
        """
        static async Task Run(bool flag)
        {
            var first = new JoinSet();
            var second = new JoinSet<int>();
            first.Spawn(Do.Step);
            second.Spawn(Do.Count);
            if (flag)
            {
                await foreach (var result in first)
                {
                    result.ThrowIfFailed();
                }

                await foreach (var result in second)
                {
                    result.ThrowIfFailed();
                }

                return;
            }

            await foreach (var result in first)
            {
                result.ThrowIfFailed();
            }

            await foreach (var result in second)
            {
                result.ThrowIfFailed();
            }
        }
        """);

    [Fact]
    public async Task FixAll_reaches_every_document_of_the_solution()
    {
        const string Before = "async Task Run()\n{\n    await Task.Yield();\n    var {|JOIN001:set|} = new JoinSet();\n    set.Spawn(Do.Step);\n}";
        const string After = "async Task Run()\n{\n    await Task.Yield();\n    var set = new JoinSet();\n    set.Spawn(Do.Step);\n    set.DetachAll();\n}";
        var test = new FixTest(Detach, FixTest.InClass(Before), FixTest.InClass(After));
        test.TestState.Sources.Add(FixTest.InClass(Before, "Second", ""));
        test.FixedState.Sources.Add(FixTest.InClass(After, "Second", ""));

        await test.RunAsync();
    }
}
