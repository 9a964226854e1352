using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN008_CaptureOutlivedByTask;

/// <summary>An object that is made for one task is made in it.</summary>
public sealed class CaptureOutlivedByTaskInsideTests
{
    private const string Inside = "JOIN008.Inside";

    [Fact]
    public Task The_using_goes_into_the_task_with_its_comments() => FixTest.VerifyStatementsAsync(
        Inside,
        """
        await using var set = new JoinSet<int>();
        foreach (string url in urls)
        {
            // one for each
            using var busy = new SemaphoreSlim(url.Length); // as many
            set.Spawn(async ct =>
            {
                await {|JOIN008:busy|}.WaitAsync(ct);
                return busy.CurrentCount;
            });
        }

        foreach (int count in await set.JoinAllAsync()) Console.WriteLine(count);
        """,
        """
        await using var set = new JoinSet<int>();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                // one for each
                using var busy = new SemaphoreSlim(url.Length); // as many

                await busy.WaitAsync(ct);
                return busy.CurrentCount;
            });
        }

        foreach (int count in await set.JoinAllAsync()) Console.WriteLine(count);
        """);

    [Theory]
    [InlineData("JoinSet", "ct => {|JOIN008:busy|}.WaitAsync(ct)", "await busy.WaitAsync(ct);")]
    [InlineData("JoinSet", "async ct => await {|JOIN008:busy|}.WaitAsync(ct)", "await busy.WaitAsync(ct);")]
    [InlineData("JoinSet<bool>", "ct => {|JOIN008:busy|}.WaitAsync(9, ct)", "return await busy.WaitAsync(9, ct);")]
    [InlineData("JoinSet<bool>", "async ct => await {|JOIN008:busy|}.WaitAsync(9, ct)", "return await busy.WaitAsync(9, ct);")]
    public Task An_expression_becomes_a_block(string set, string work, string statement) => FixTest.VerifyStatementsAsync(
        Inside,
        $$"""
        await using var set = new {{set}}();
        foreach (string url in urls)
        {
            using var busy = new SemaphoreSlim(url.Length);
            set.Spawn({{work}});
        }

        await set.JoinAllAsync();
        """,
        $$"""
        await using var set = new {{set}}();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                using var busy = new SemaphoreSlim(url.Length);
                {{statement}}
            });
        }

        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("foreach (var u in urls) { using var busy = new SemaphoreSlim(1); set.Spawn(ct => busy.WaitAsync(ct)); set.Spawn(ct => busy.WaitAsync(ct)); }")]
    [InlineData("foreach (var u in urls) { using var busy = new SemaphoreSlim(1); foreach (var c in u) set.Spawn(ct => busy.WaitAsync(ct)); }")]
    [InlineData("foreach (var u in urls) { using var busy = new SemaphoreSlim(1); set.SpawnEach(u, (c, ct) => busy.WaitAsync(ct)); }")]
    [InlineData("foreach (var u in urls) { using var busy = new SemaphoreSlim(1); Console.WriteLine(busy.CurrentCount); set.Spawn(ct => busy.WaitAsync(ct)); }")]
    [InlineData("for (int i = 1; i < 9; i++) { using var busy = new SemaphoreSlim(i); set.Spawn(ct => busy.WaitAsync(ct)); }")]
    [InlineData("foreach (var u in urls) { var busy = new SemaphoreSlim(1); set.Spawn(ct => busy.WaitAsync(ct)); busy.Dispose(); }")]
    public async Task It_is_not_offered_when_the_object_is_not_the_tasks_own(string statements)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements($"await using var set = new JoinSet(); {statements} await set.JoinAllAsync();"), "JOIN008");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Inside);
    }

    [Fact]
    public async Task Joining_first_is_not_offered_when_it_would_take_the_results_away()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfStatements("await using var set = new JoinSet<int>(); foreach (var u in urls) { using var busy = new SemaphoreSlim(1); set.Spawn(async ct => { await busy.WaitAsync(ct); return 1; }); } foreach (int n in await set.JoinAllAsync()) Console.WriteLine(n);"), "JOIN008");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == "JOIN008.Drain");
    }

    [Fact]
    public Task A_comment_gets_lines_of_its_own_where_the_block_had_but_one() => FixTest.VerifyStatementsAsync(
        Inside,
        """
        await using var set = new JoinSet();
        // for this one
        using var busy = new SemaphoreSlim(1); // busy
        set.Spawn(async ct => { await {|JOIN008:busy|}.WaitAsync(ct); }); // wait
        await Task.Yield();
        """,
        """
        await using var set = new JoinSet();
        set.Spawn(async ct => {
            // for this one
            using var busy = new SemaphoreSlim(1); // busy
            await busy.WaitAsync(ct); }); // wait
        await Task.Yield();
        """);
}
