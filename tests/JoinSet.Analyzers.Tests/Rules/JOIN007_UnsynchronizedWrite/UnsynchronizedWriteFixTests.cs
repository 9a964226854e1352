using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>What each remedy writes, and where it is not to be had.</summary>
public sealed class UnsynchronizedWriteFixTests
{
    private const string Interlocked = "JOIN007.Interlocked";
    private const string Copy = "JOIN007.Copy";
    private const string Volatile = "JOIN007.Volatile";

    [Theory]
    [InlineData("int", "{|JOIN007:n|}++;", "Interlocked.Increment(ref n);")]
    [InlineData("int", "++{|JOIN007:n|};", "Interlocked.Increment(ref n);")]
    [InlineData("long", "{|JOIN007:n|}--;", "Interlocked.Decrement(ref n);")]
    [InlineData("int", "{|JOIN007:n|} += url.Length; // sum", "Interlocked.Add(ref n, url.Length); // sum")]
    [InlineData("int", "{|JOIN007:n|} += await Do.Count(ct);", "Interlocked.Add(ref n, await Do.Count(ct));")]
    [InlineData("long", "{|JOIN007:n|} -= url.Length;", "Interlocked.Add(ref n, -url.Length);")]
    [InlineData("int", "{|JOIN007:n|} -= 1 + 2;", "Interlocked.Add(ref n, -(1 + 2));")]
    [InlineData("int", "{|JOIN007:n|} |= 2;", "Interlocked.Or(ref n, 2);")]
    [InlineData("int", "int mine = {|JOIN007:n|}++;", "int mine = (Interlocked.Increment(ref n) - 1);")]
    [InlineData("int", "int mine = ++{|JOIN007:n|};", "int mine = Interlocked.Increment(ref n);")]
    [InlineData("int", "if (flag) {|JOIN007:n|}++; else n--;", "if (flag) Interlocked.Increment(ref n); else Interlocked.Decrement(ref n);")]
    public Task Interlocked_replaces(string type, string before, string after) => FixTest.VerifyStatementsAsync(
        Interlocked, InLoop($"{type} n = 0;", before), InLoop($"{type} n = 0;", after));

    [Theory]
    [InlineData("double n = 0;", "n += 1;")]
    [InlineData("int n = 0;", "n = url.Length;")]
    [InlineData("int n = 0;", "n++; int.TryParse(url, out n);")]
    [InlineData("int n = 0;", "n++; (n, var x) = (1, 2);")]
    [InlineData("int n = 0;", "n++; n *= 2;")]
    [InlineData("string n = \"\";", "n += url;")]
    public async Task Interlocked_is_not_offered_when_a_write_has_no_counterpart(string declaration, string write)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(InLoop(declaration, write)), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Interlocked);
    }

    [Fact]
    public Task Interlocked_needs_no_old_value_in_a_lambda_that_gives_none() => FixTest.VerifyStatementsAsync(
        Interlocked,
        "int n = 0;\nAction count = () => {|JOIN007:n|}++;\nawait using var set = new JoinSet();\nset.Spawn(async ct => { await Do.Step(ct); count(); });\nset.SpawnBlocking(ct => {|JOIN007:n|}--);\nawait set.JoinAllAsync();",
        "int n = 0;\nAction count = () => Interlocked.Increment(ref n);\nawait using var set = new JoinSet();\nset.Spawn(async ct => { await Do.Step(ct); count(); });\nset.SpawnBlocking(ct => Interlocked.Decrement(ref n));\nawait set.JoinAllAsync();");

    [Fact]
    public Task Interlocked_counts_what_a_task_looks_at_again_and_again() => FixTest.VerifyStatementsAsync(
        Interlocked, Watched("{|JOIN007:done|}", "done++"), Watched("done", "Interlocked.Increment(ref done)"));

    [Fact]
    public async Task Copy_is_not_offered_when_a_task_wants_to_see_the_changes()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(Watched("done", "done++")), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Copy);
    }

    private static string Watched(string seen, string counted) => $$"""
        int done = 0;
        await using var set = new JoinSet<int>();
        await using var watch = new JoinSet();
        watch.Spawn(async ct =>
        {
            while (!ct.IsCancellationRequested)
            {
                await Do.Step(ct);
                Console.WriteLine({{seen}});
            }
        });
        set.SpawnEach(urls, (_, ct) => Do.Count(ct));
        await foreach (var result in set)
        {
            Console.WriteLine(result.Value);
            {{counted}};
        }

        await watch.ShutdownAsync();
        """;

    [Fact]
    public Task Volatile_writes_what_every_task_writes_alike() => FixTest.VerifyStatementsAsync(
        Volatile,
        InLoop("bool found = false;", "if (url.Length == 3) {|JOIN007:found|} = true;"),
        InLoop("bool found = false;", "if (url.Length == 3) Volatile.Write(ref found, true);"));

    [Fact]
    public Task Interlocked_reaches_every_write_of_the_tasks_and_leaves_the_others() => FixTest.VerifyStatementsAsync(
        Interlocked,
        """
        int n = 0;
        n++;
        await using var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); {|JOIN007:n|}++; });
        set.Spawn(async ct => { await Do.Step(ct); {|JOIN007:n|} += 2; });
        await set.JoinAllAsync();
        n++;
        """,
        """
        int n = 0;
        n++;
        await using var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); Interlocked.Increment(ref n); });
        set.Spawn(async ct => { await Do.Step(ct); Interlocked.Add(ref n, 2); });
        await set.JoinAllAsync();
        n++;
        """);

    [Fact]
    public Task Interlocked_reaches_the_write_of_the_spawner_that_the_report_names() => FixTest.VerifyStatementsAsync(
        Interlocked,
        """
        int n = 0;
        await using var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); {|JOIN007:n|}++; });
        n++;
        await set.JoinAllAsync();
        """,
        """
        int n = 0;
        await using var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); Interlocked.Increment(ref n); });
        Interlocked.Increment(ref n);
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Copy_stands_before_the_spawn() => FixTest.VerifyStatementsAsync(
        Copy,
        """
        await using var set = new JoinSet();
        for (int i = 0; i < 3; i++)
        {
            // each
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine({|JOIN007:i|} + i); });
        }

        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet();
        for (int i = 0; i < 3; i++)
        {
            int iCopy = i;
            // each
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(iCopy + iCopy); });
        }

        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Copy_gives_an_embedded_spawn_a_block() => FixTest.VerifyStatementsAsync(
        Copy,
        """
        await using var set = new JoinSet();
        for (int i = 0; i < 3; i++)
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine({|JOIN007:i|}); });
        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet();
        for (int i = 0; i < 3; i++)
        {
            int iCopy = i;
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(iCopy); });
        }
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Copies_of_two_spawns_and_two_variables_do_not_meet() => FixTest.VerifyStatementsAsync(
        Copy,
        """
        await using var set = new JoinSet();
        for (int i = 0, j = 9; i < j; i++, j--)
        {
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine({|JOIN007:i|} + {|JOIN007:j|}); });
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine({|JOIN007:i|}); });
        }

        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet();
        for (int i = 0, j = 9; i < j; i++, j--)
        {
            int iCopy = i;
            int jCopy = j;
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(iCopy + jCopy); });
            int iCopy2 = i;
            set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(iCopy2); });
        }

        await set.JoinAllAsync();
        """);

    [Fact]
    public Task Volatile_tells_both_sides() => FixTest.VerifyStatementsAsync(
        Volatile,
        """
        bool stop = false;
        await using var set = new JoinSet();
        set.Spawn(async ct => { while (!{|JOIN007:stop|}) await Do.Step(ct); });
        stop = true;
        await set.JoinAllAsync();
        """,
        """
        bool stop = false;
        await using var set = new JoinSet();
        set.Spawn(async ct => { while (!Volatile.Read(ref stop)) await Do.Step(ct); });
        Volatile.Write(ref stop, true);
        await set.JoinAllAsync();
        """);

    [Fact]
    public async Task Only_Volatile_is_offered_for_a_flag()
    {
        const string Statements = "bool stop = false; var set = new JoinSet(); set.Spawn(async ct => { while (!stop) await Do.Step(ct); }); stop = true; await set.JoinAllAsync();";
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(Statements), "JOIN007");

        Assert.Equal([Volatile], offered.Select(static action => action.EquivalenceKey));
    }

    [Fact]
    public Task Interlocked_is_named_in_full_where_no_using_brings_it() => new FixTest(
        Interlocked,
        "using JoinSets; class C { async System.Threading.Tasks.Task Run(int n) { await using var set = new JoinSet(); for (int i = 0; i < 3; i++) { set.SpawnBlocking(ct => { {|JOIN007:n|}++; }); } await set.JoinAllAsync(); } }",
        "using JoinSets; class C { async System.Threading.Tasks.Task Run(int n) { await using var set = new JoinSet(); for (int i = 0; i < 3; i++) { set.SpawnBlocking(ct => { System.Threading.Interlocked.Increment(ref n); }); } await set.JoinAllAsync(); } }").RunAsync();

    private static string InLoop(string declaration, string write) => $$"""
        {{declaration}}
        await using var set = new JoinSet();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                await Do.Step(ct);
                {{write}}
            });
        }

        await set.JoinAllAsync();
        """;
}
