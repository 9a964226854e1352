using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN003_EndlessRespawn;

/// <summary>What the two remedies write, and where neither is to be had.</summary>
public sealed class EndlessRespawnFixTests
{
    private const string Counter = "JOIN003.Counter";
    private const string Condition = "JOIN003.Condition";

    [Fact]
    public Task Counter_stands_before_the_loop_and_bounds_the_spawn() => FixTest.VerifyStatementsAsync(
        Counter,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);

        // until nothing is left
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.Value);

            // and again
            {|JOIN003:set.Spawn(Do.Count)|}; // once more
        }
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        int respawns = 0;

        // until nothing is left
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.Value);

            // and again
            if (respawns++ < 10)
            {
                set.Spawn(Do.Count); // once more
            }
        }
        """);

    [Fact]
    public Task Counter_is_one_for_all_spawns_of_a_loop_and_has_a_free_name() => FixTest.VerifyStatementsAsync(
        Counter,
        """
        int respawns = 3;
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        await foreach (var result in set)
        {
            Console.WriteLine(respawns);
            {|JOIN003:set.Spawn(async token =>
            {
                await Task.Delay(1, token);
                return 1;
            })|};
            var handle = {|JOIN003:set.Spawn(Do.Count)|};
            foreach (string url in urls) {|JOIN003:set.Spawn(Do.Count)|};
        }
        """,
        """
        int respawns = 3;
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        int respawns1 = 0;
        await foreach (var result in set)
        {
            Console.WriteLine(respawns);
            if (respawns1++ < 10)
            {
                set.Spawn(async token =>
                {
                    await Task.Delay(1, token);
                    return 1;
                });
            }
            if (respawns1++ < 10)
            {
                var handle = set.Spawn(Do.Count);
            }
            foreach (string url in urls) { if (respawns1++ < 10) { set.Spawn(Do.Count); } }
        }
        """);

    [Fact]
    public Task Counter_goes_with_a_spawn_that_is_the_whole_body() => FixTest.VerifyStatementsAsync(
        Counter,
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
            while (await set.JoinNextAsync() is not null)
                {|JOIN003:set.Spawn(Do.Count)|};
        while (await set.JoinNextAsync() is { } r)
            if (flag) {|JOIN003:set.Spawn(Do.Count)|}; else Console.WriteLine(r);
        """,
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
        {
            int respawns = 0;
            while (await set.JoinNextAsync() is not null)
                if (respawns++ < 10)
                {
                    set.Spawn(Do.Count);
                }
        }
        int respawns1 = 0;
        while (await set.JoinNextAsync() is { } r)
            if (flag) { if (respawns1++ < 10) { set.Spawn(Do.Count); } } else Console.WriteLine(r);
        """);

    [Fact]
    public Task Condition_asks_a_token_that_is_at_hand() => FixTest.VerifyMembersAsync(
        Condition,
        """
        static async Task Run(JoinSet<int> set, CancellationToken stop)
        {
            await foreach (var (value, error) in set)
            {
                {|JOIN003:set.Spawn(Do.Count)|};
            }
        }
        """,
        """
        static async Task Run(JoinSet<int> set, CancellationToken stop)
        {
            await foreach (var (value, error) in set)
            {
                if (!stop.IsCancellationRequested)
                {
                    set.Spawn(Do.Count);
                }
            }
        }
        """);

    [Fact]
    public Task Condition_asks_the_result_where_no_token_is_at_hand() => FixTest.VerifyProgramAsync(
        Condition,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        while (await set.JoinNextAsync() is { } joined)
        {
            {|JOIN003:set.Spawn(Do.Count)|};
            {|JOIN003:set.Spawn(Do.Count)|};
        }
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        while (await set.JoinNextAsync() is { } joined)
        {
            if (joined.IsSuccess)
            {
                set.Spawn(Do.Count);
            }
            if (joined.IsSuccess)
            {
                set.Spawn(Do.Count);
            }
        }
        """);

    [Fact]
    public Task Counter_works_in_top_level_statements() => FixTest.VerifyProgramAsync(
        Counter,
        """
        var set = new JoinSet();
        set.Spawn(Do.Step);
        while (!set.IsEmpty)
        {
            await set.JoinNextAsync();
            {|JOIN003:set.Spawn(Do.Step)|};
        }
        """,
        """
        var set = new JoinSet();
        set.Spawn(Do.Step);
        int respawns = 0;
        while (!set.IsEmpty)
        {
            await set.JoinNextAsync();
            if (respawns++ < 10)
            {
                set.Spawn(Do.Step);
            }
        }
        """);

    [Theory]
    [InlineData("await foreach (var r in set) { var h = set.Spawn(Do.Count); h.Abort(); }", "")]
    [InlineData("AbortHandle h; await foreach (var r in set) { h = set.Spawn(Do.Count); }", "")]
    [InlineData("await foreach (var r in set) { if (set.Spawn(Do.Count).IsFinished) { } }", "")]
    [InlineData("for (; await set.JoinNextAsync() is { } r; set.Spawn(Do.Count)) { }", "")]
    [InlineData("await foreach (var (v, e) in set) { _ = set.Spawn(Do.Count); }", Counter)]
    [InlineData("await foreach (var r in set) { set.Spawn(Do.Count); }", Counter + "," + Condition)]
    public async Task Offers_what_can_be_done(string loop, string keys)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfMembers("async Task Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count);\n" + loop + "\n}"), "JOIN003");

        Assert.Equal(keys, string.Join(",", offered.Select(static action => action.EquivalenceKey)));
    }
}
