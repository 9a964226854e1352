using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN010_BlockingCall;

/// <summary>What each remedy makes of a blocking call.</summary>
public sealed class BlockingCallFixTests
{
    private const string Await = "JOIN010.Await";
    private const string SpawnBlocking = "JOIN010.SpawnBlocking";

    [Theory]
    [InlineData("[Thread.Sleep(10)];", "await Task.Delay(10, ct);")]
    [InlineData("[Thread.Sleep(TimeSpan.FromSeconds(1))]; // rest", "await Task.Delay(TimeSpan.FromSeconds(1), ct); // rest")]
    [InlineData("[Do.Step(ct).Wait()];", "await Do.Step(ct);")]
    [InlineData("[Do.Step(ct).Wait(ct)];", "await Do.Step(ct).WaitAsync(ct);")]
    [InlineData("string n = [Named(1).Result];", "string n = await Named(1, ct);")]
    [InlineData("string n = [Named(1).ConfigureAwait(false).GetAwaiter().GetResult()];", "string n = await Named(1, ct).ConfigureAwait(false);")]
    [InlineData("string n = [Named(times: 1).Result];", "string n = await Named(times: 1, ct);")]
    [InlineData("int n = [Do.Count(ct).Result];", "int n = await Do.Count(ct);")]
    [InlineData("string n = [Do.Count(ct).Result].ToString();", "string n = (await Do.Count(ct)).ToString();")]
    [InlineData("int n = [Do.Count(ct).ConfigureAwait(false).GetAwaiter().GetResult()];", "int n = await Do.Count(ct).ConfigureAwait(false);")]
    [InlineData("[Task.WaitAll(Do.Step(ct), Do.Step(ct))];", "await Task.WhenAll(Do.Step(ct), Do.Step(ct));")]
    [InlineData("[Task.WaitAny(Do.Step(ct), Do.Step(ct))];", "await Task.WhenAny(Do.Step(ct), Do.Step(ct));")]
    [InlineData("[gate.Wait()];", "await gate.WaitAsync(ct);")]
    [InlineData("if ([gate.Wait(500)]) { }", "if (await gate.WaitAsync(500, ct)) { }")]
    [InlineData("[gate.Wait(ct)];", "await gate.WaitAsync(ct);")]
    [InlineData("int n = [System.IO.File.ReadAllLines(\"a\")].Length;", "int n = (await System.IO.File.ReadAllLinesAsync(\"a\", ct)).Length;")]
    [InlineData("[System.Diagnostics.Process.Start(\"ls\").WaitForExit()];", "await System.Diagnostics.Process.Start(\"ls\").WaitForExitAsync(ct);")]
    public Task Await_takes_the_counterpart_and_the_token(string before, string after)
    {
        return FixTest.VerifyMembersAsync(Await, Spawning(before.Replace("[", "{|JOIN010:").Replace("]", "|}")), Spawning(after));

        static string Spawning(string statement)
            => $"static Task<string> Named(int times, CancellationToken stop = default) => Task.FromResult(\"\");\nstatic void Run(JoinSet set, SemaphoreSlim gate) => set.Spawn(async ct =>\n{{\n    await Task.Yield();\n    {statement}\n}});";
    }

    [Fact]
    public async Task Await_knows_members_that_a_using_static_brings()
    {
        var snippet = new Snippet("using static System.IO.File;\nusing static System.Threading.Thread;\n" + Snippet.Usings
            + "class Program\n{\n    static void Run(JoinSet<int> set) => set.Spawn(@event => { Sleep(1); return Task.FromResult(ReadAllText(\"a\").Length); });\n}\n");

        Assert.Contains("set.Spawn(async @event => { await Task.Delay(1, @event); return ReadAllText(\"a\").Length; });", await Workbench.FixAsync(snippet, Await), StringComparison.Ordinal);
        Assert.Contains("await ReadAllTextAsync(\"a\", @event)", await Workbench.FixAsync(new Snippet(snippet.Source.Replace("Sleep(1); ", "", StringComparison.Ordinal)), Await), StringComparison.Ordinal);
    }

    [Fact]
    public Task Await_makes_the_lambda_async() => FixTest.VerifyStatementsAsync(
        Await,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(ct =>
        {
            {|JOIN010:Thread.Sleep(1)|}; // a pause
            if (flag)
                return Do.Count(ct);

            return Task.FromResult({|JOIN010:Do.Count(ct).Result|});
        });
        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(async ct =>
        {
            await Task.Delay(1, ct); // a pause
            if (flag)
                return await Do.Count(ct);

            return await Do.Count(ct);
        });
        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("ct => Task.FromResult({|JOIN010:Do.Count(ct).Result|} + 1)", "async ct => await Do.Count(ct) + 1")]
    [InlineData("ct => Twice({|JOIN010:Do.Count(ct).Result|})", "async ct => await Twice(await Do.Count(ct))")]
    [InlineData("_ => Task.FromResult({|JOIN010:System.IO.File.ReadAllText(\"a\")|}.Length)", "async _ => (await System.IO.File.ReadAllTextAsync(\"a\")).Length")]
    public Task Await_makes_an_expression_async(string before, string after)
    {
        return FixTest.VerifyMembersAsync(Await, Spawning(before), Spawning(after));

        static string Spawning(string work) => $"static Task<int> Twice(int n) => Task.FromResult(n);\n\nstatic void Run(JoinSet<int> set) => set.Spawn({work});";
    }

    [Fact]
    public Task Await_goes_into_the_method_that_is_spawned() => FixTest.VerifyMembersAsync(
        Await,
        """
        static void Run(JoinSet<int> set) => set.Spawn(WorkAsync);

        private static Task<int> WorkAsync(CancellationToken cancellation)
        {
            {|JOIN010:Thread.Sleep(1)|};
            return Task.FromResult(1);
        }
        """,
        """
        static void Run(JoinSet<int> set) => set.Spawn(WorkAsync);

        private static async Task<int> WorkAsync(CancellationToken cancellation)
        {
            await Task.Delay(1, cancellation);
            return 1;
        }
        """);

    [Fact]
    public Task SpawnBlocking_takes_values_for_tasks() => FixTest.VerifyStatementsAsync(
        SpawnBlocking,
        """
        await using var set = new JoinSet<int>();
        set.Spawn(ct =>
        {
            {|JOIN010:Thread.Sleep(1)|}; // a pause
            if (flag)
                return Task.FromResult(0);

            return Task.FromResult({|JOIN010:Do.Count(ct).Result|});
        });
        set.Spawn(ct => Task.FromResult({|JOIN010:Do.Count(ct).Result|}), "name");
        set.Spawn((n, ct) => Task.FromResult({|JOIN010:Do.Count(ct).Result|} + n), 3);
        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet<int>();
        set.SpawnBlocking(ct =>
        {
            Thread.Sleep(1); // a pause
            if (flag)
                return 0;

            return Do.Count(ct).Result;
        });
        set.SpawnBlocking(ct => Do.Count(ct).Result, "name");
        set.SpawnBlocking((n, ct) => Do.Count(ct).Result + n, 3);
        await set.JoinAllAsync();
        """);

    [Fact]
    public Task SpawnBlocking_fits_work_without_a_value() => FixTest.VerifyStatementsAsync(
        SpawnBlocking,
        """
        await using var set = new JoinSet();
        set.Spawn(ct =>
        {
            {|JOIN010:Thread.Sleep(1)|};
            return Task.CompletedTask;
        });
        set.Spawn(async ct =>
        {
            {|JOIN010:Thread.Sleep(1)|};
        });
        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet();
        set.SpawnBlocking(ct =>
        {
            Thread.Sleep(1);
        });
        set.SpawnBlocking(ct =>
        {
            Thread.Sleep(1);
        });
        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("set.Spawn(ct => { Thread.Sleep(1); return Task.FromResult(1); });", "JOIN010.Await JOIN010.SpawnBlocking")]
    [InlineData("set.Spawn(async ct => { Thread.Sleep(1); return await Do.Count(ct); });", "JOIN010.Await")]
    [InlineData("set.Spawn(ct => { Thread.Sleep(1); return Do.Count(ct); });", "JOIN010.Await")]
    [InlineData("set.SpawnOn(TaskScheduler.Default, ct => { Thread.Sleep(1); return Task.FromResult(1); });", "JOIN010.Await")]
    [InlineData("set.SpawnEach(urls, (url, ct) => { Thread.Sleep(1); return Task.FromResult(1); });", "JOIN010.Await")]
    [InlineData("set.Spawn(ct => { Console.ReadLine(); return Task.FromResult(1); });", "JOIN010.SpawnBlocking")]
    [InlineData("set.Spawn(ct => { lock (urls) Thread.Sleep(1); return Task.FromResult(1); });", "JOIN010.SpawnBlocking")]
    [InlineData("set.Spawn(ct => { if (Do.Step(ct).Wait(100)) return Task.FromResult(1); return Task.FromResult(2); });", "JOIN010.SpawnBlocking")]
    [InlineData("set.Spawn(ct => Task.FromResult(Work())); int Work() { Thread.Sleep(1); return 1; }", "JOIN010.SpawnBlocking")]
    [InlineData("set.Spawn(async ct => Work() + await Do.Count(ct)); int Work() { Thread.Sleep(1); return 1; }", "")]
    public async Task Remedies_are_offered_where_they_fit(string statements, string keys)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements("await using var set = new JoinSet<int>();\n" + statements), "JOIN010");

        Assert.Equal(keys, string.Join(" ", offered.Select(static action => action.EquivalenceKey)));
    }

    public static TheoryData<string> BlockingCalls => BlockingCallAnalyzerTests.BlockingCalls;

    [Theory]
    [MemberData(nameof(BlockingCalls))]
    public async Task Every_fix_is_good_when_a_task_waits_by(string statement)
    {
        foreach (string head in new[] { "set.Spawn(async ct => {\nawait Task.Yield();\n", "set.Spawn(async ct => {\n" })
        {
            Snippet snippet = Snippet.OfStatements(BlockingCallAnalyzerTests.Slots + head + statement + "\nreturn 1; });");
            Compilation before = snippet.Compile();
            foreach ((string key, string text) in (await Workbench.FixEachAsync(snippet)).Where(static fix => fix.Key.StartsWith("JOIN010", StringComparison.Ordinal)))
            {
                Compilation after = new Snippet(text).Compile();
                Assert.True(ProblemsIn(after).IsSubsetOf(ProblemsIn(before)), $"{key} brings {string.Join(", ", ProblemsIn(after).Except(ProblemsIn(before)))}:\n{text}");
                Assert.True(await CountAsync(after) < await CountAsync(before), $"{key} is still reported:\n{text}");
            }
        }
    }

    private static async Task<int> CountAsync(Compilation compilation) => (await Snippet.ReportsAsync(compilation)).Count(static report => report.Id == "JOIN010");

    private static HashSet<string> ProblemsIn(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id)];
}
