using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN002_AbortWithoutReap;

/// <summary>What each remedy writes.</summary>
public sealed class AbortWithoutReapFixTests
{
    [Theory]
    [InlineData("set.AbortAll();")]
    [InlineData("set.AbortAll();\nif (flag) await set.ShutdownAsync();")]
    [InlineData("await set.JoinNextAsync();\nset.AbortAll();")]
    [InlineData("set.AbortAll();\nset.Dispose();")]
    [InlineData("set.AbortAll();\nset = new JoinSet<int>();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) {\nset.AbortAll();\nbreak; } }")]
    [InlineData("try { Console.WriteLine(); } finally {\nset.AbortAll();\n}")]
    [InlineData("if (flag) {\nset.AbortAll();\nreturn; } await set.JoinAllAsync();")]
    [InlineData("set.AbortAll();\nwhile (set.TryJoinNext(out var r)) Console.WriteLine(r);")]
    [InlineData("if (flag)\nset.AbortAll();\nelse await set.JoinAllAsync();")]
    [InlineData("set.AbortAll();\nvar end = set.ShutdownAsync();")]
    [InlineData("Stop(set); static void Stop(JoinSet<int> it) { it.Count.ToString(); }\nset.AbortAll();")]
    public Task Every_fix_is_good_for(string statements)
        => FixSweep.VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements));

    [Fact]
    public Task Shutdown_takes_the_place_of_the_abort() => FixTest.VerifyStatementsAsync(
        "JOIN002.Shutdown",
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        // enough
        {|JOIN002:set.AbortAll()|}; // really
        Console.WriteLine();
        """,
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        // enough
        await set.ShutdownAsync(); // really
        Console.WriteLine();
        """);

    [Fact]
    public Task ReapLoop_comes_after_the_abort() => FixTest.VerifyStatementsAsync(
        "JOIN002.ReapLoop",
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
            {|JOIN002:set.AbortAll()|};
        else
            await set.JoinAllAsync();
        """,
        """
        var set = new JoinSet<int>();
        set.Spawn(Do.Count);
        if (flag)
        {
            set.AbortAll();

            await foreach (var result in set)
            {
                if (!result.IsCanceled)
                {
                    result.ThrowIfFailed();
                }
            }
        }
        else
            await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("void Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); set.AbortAll(); }")]
    [InlineData("async Task Run(JoinSet<int>? other) { await Task.Yield(); var set = new JoinSet<int>(); set.Spawn(Do.Count); set?.AbortAll(); }")]
    [InlineData("int Value { get { var set = new JoinSet<int>(); set.Spawn(Do.Count); set.AbortAll(); return 1; } }")]
    [InlineData("async Task Run() { await Task.Yield(); var set = new JoinSet<int>(); set.Spawn(Do.Count); lock (this) { set.AbortAll(); } }")]
    public async Task Offers_nothing_where_nothing_can_be_awaited(string member)
        => Assert.Empty(await Workbench.OfferedAsync(Snippet.OfMembers(member), "JOIN002"));

    [Fact]
    public Task Loop_is_the_last_thing_where_a_return_of_a_finished_task_was() => FixTest.VerifyMembersAsync(
        "JOIN002.ReapLoop",
        """
        static Task Run()
        {
            using var set = new JoinSet();
            set.Spawn(Do.Step);
            {|JOIN002:set.AbortAll()|};
            return Task.CompletedTask;
        }
        """,
        """
        static async Task Run()
        {
            using var set = new JoinSet();
            set.Spawn(Do.Step);
            set.AbortAll();

            await foreach (var result in set)
            {
                if (!result.IsCanceled)
                {
                    result.ThrowIfFailed();
                }
            }
        }
        """);
}
