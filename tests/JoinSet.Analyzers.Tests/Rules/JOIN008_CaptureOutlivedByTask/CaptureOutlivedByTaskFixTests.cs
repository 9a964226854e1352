using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN008_CaptureOutlivedByTask;

/// <summary>What each remedy moves or writes, and where it is not to be had.</summary>
public sealed class CaptureOutlivedByTaskFixTests
{
    private const string Drain = "JOIN008.Drain";
    private const string Order = "JOIN008.Order";

    [Fact]
    public Task Drain_moves_the_join_into_the_using() => FixTest.VerifyStatementsAsync(
        Drain,
        """
        await using var set = new JoinSet();
        using (var busy = new SemaphoreSlim(1))
        {
            set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        }

        // all of them
        await set.JoinAllAsync(); // wait
        Console.WriteLine("done");
        """,
        """
        await using var set = new JoinSet();
        using (var busy = new SemaphoreSlim(1))
        {
            set.Spawn(ct => busy.WaitAsync(ct));

            // all of them
            await set.JoinAllAsync(); // wait
        }
        Console.WriteLine("done");
        """);

    [Fact]
    public Task Drain_moves_the_disposal_behind_the_join() => FixTest.VerifyStatementsAsync(
        Drain,
        """
        await using var set = new JoinSet();
        var busy = new SemaphoreSlim(1);
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        busy.Dispose();
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.Id);
        }
        Console.WriteLine("done");
        """,
        """
        await using var set = new JoinSet();
        var busy = new SemaphoreSlim(1);
        set.Spawn(ct => busy.WaitAsync(ct));
        set.Spawn(ct => busy.WaitAsync(ct));
        while (await set.JoinNextAsync() is { } result)
        {
            Console.WriteLine(result.Id);
        }
        busy.Dispose();
        Console.WriteLine("done");
        """);

    [Fact]
    public Task Drain_writes_a_join_where_there_is_none() => FixTest.VerifyStatementsAsync(
        Drain,
        """
        await using var set = new JoinSet();
        using var busy = new SemaphoreSlim(1);
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        if (flag)
            return;
        Console.WriteLine("meanwhile");
        """,
        """
        await using var set = new JoinSet();
        using var busy = new SemaphoreSlim(1);
        set.Spawn(ct => busy.WaitAsync(ct));
        set.Spawn(ct => busy.WaitAsync(ct));
        if (flag)
        {
            await set.JoinAllAsync();
            return;
        }
        Console.WriteLine("meanwhile");
        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("Console.WriteLine((await set.JoinAllAsync()).Length);")]
    [InlineData("foreach (int value in await set.JoinAllAsync()) { Console.WriteLine(value); }")]
    public Task Drain_moves_a_join_that_is_part_of_a_statement(string join) => FixTest.VerifyStatementsAsync(
        Drain,
        "await using var set = new JoinSet<int>();\nusing (var busy = new SemaphoreSlim(1))\n{\n    set.Spawn(async ct => { await {|JOIN008:busy|}.WaitAsync(ct); return 1; });\n}\n" + join,
        "await using var set = new JoinSet<int>();\nusing (var busy = new SemaphoreSlim(1))\n{\n    set.Spawn(async ct => { await busy.WaitAsync(ct); return 1; });\n    " + join + "\n}");

    [Fact]
    public Task Drain_moves_the_disposal_behind_a_join_that_gives_the_values() => FixTest.VerifyStatementsAsync(
        Drain,
        """
        var busy = new SemaphoreSlim(1);
        await using var set = new JoinSet<int>();
        set.Spawn(async ct => { await {|JOIN008:busy|}.WaitAsync(ct); return 1; });
        busy.Dispose();
        int[] values = await set.JoinAllAsync();
        Console.WriteLine(values.Length);
        """,
        """
        var busy = new SemaphoreSlim(1);
        await using var set = new JoinSet<int>();
        set.Spawn(async ct => { await busy.WaitAsync(ct); return 1; });
        int[] values = await set.JoinAllAsync();
        busy.Dispose();
        Console.WriteLine(values.Length);
        """);

    [Fact]
    public Task Drain_shuts_down_what_was_aborted() => FixTest.VerifyStatementsAsync(
        Drain,
        """
        await using var set = new JoinSet();
        using var busy = new SemaphoreSlim(1);
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        set.AbortAll();
        """,
        """
        await using var set = new JoinSet();
        using var busy = new SemaphoreSlim(1);
        set.Spawn(ct => busy.WaitAsync(ct));
        set.AbortAll();
        await set.ShutdownAsync();
        """);

    [Fact]
    public async Task Order_is_not_offered_when_the_set_waits_for_nobody()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements("await using var set = new JoinSet(); using var busy = new SemaphoreSlim(1); set.Spawn(ct => busy.WaitAsync(ct)); set.DetachAll();"), "JOIN008");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Order);
    }

    [Fact]
    public async Task Order_keeps_a_line_for_each_statement_at_the_start_of_a_file()
    {
        var program = new Snippet("await using var set = new JoinSets.JoinSet();\nusing var busy = new System.Threading.SemaphoreSlim(1);\nset.Spawn(ct => busy.WaitAsync(ct));\nif (args.Length > 0) return;\nawait set.JoinAllAsync();\n");

        Assert.StartsWith("using var busy = new System.Threading.SemaphoreSlim(1);\nawait using var set = new JoinSets.JoinSet();\nset.Spawn", await Workbench.FixAsync(program, Order), StringComparison.Ordinal);
    }

    [Fact]
    public Task Order_moves_the_object_before_the_set() => FixTest.VerifyStatementsAsync(
        Order,
        """
        await using var set = new JoinSet();
        int width = urls.Count;
        using var busy = new SemaphoreSlim(1);
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        if (flag)
        {
            return;
        }

        await set.JoinAllAsync();
        """,
        """
        using var busy = new SemaphoreSlim(1);
        await using var set = new JoinSet();
        int width = urls.Count;
        set.Spawn(ct => busy.WaitAsync(ct));
        if (flag)
        {
            return;
        }

        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Order_lets_the_set_wait() => FixTest.VerifyStatementsAsync(
        Order,
        """
        using var busy = new SemaphoreSlim(1);
        using var set = new JoinSet();
        set.Spawn(ct => {|JOIN008:busy|}.WaitAsync(ct));
        if (flag)
        {
            return;
        }

        await set.JoinAllAsync();
        """,
        """
        using var busy = new SemaphoreSlim(1);
        await using var set = new JoinSet();
        set.Spawn(ct => busy.WaitAsync(ct));
        if (flag)
        {
            return;
        }

        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("await using var set = new JoinSet(); int width = urls.Count; using var busy = new SemaphoreSlim(width); set.Spawn(ct => busy.WaitAsync(ct)); if (flag) return; await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet(); foreach (var url in urls) { using var busy = new SemaphoreSlim(1); set.Spawn(ct => busy.WaitAsync(ct)); if (flag) break; } await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet(); for (var busy = new SemaphoreSlim(1); flag; busy.Dispose()) set.Spawn(ct => busy.WaitAsync(ct)); await set.JoinAllAsync();")]
    public async Task Neither_order_is_offered_when_it_is_not_sure(string statements)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(statements), "JOIN008");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey is Drain or Order);
    }
}
