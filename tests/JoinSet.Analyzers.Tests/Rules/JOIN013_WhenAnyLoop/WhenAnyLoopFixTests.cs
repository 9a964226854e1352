using JoinSets.Analyzers.Tests.Rules.JOIN012_SequentialAwait;
using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN013_WhenAnyLoop;

/// <summary>What the fix makes of the collection and of the loops over it.</summary>
public sealed class WhenAnyLoopFixTests
{
    private const string JoinLoop = "JOIN013.JoinLoop";

    [Fact]
    public Task Loop_until_nothing_is_left_becomes_a_join_loop() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.Select(url => Do.Count(default)).ToList();

        // as they come
        while (tasks.Count > 0)
        {
            Task<int> done = await {|JOIN013:Task.WhenAny(tasks)|};
            tasks.Remove(done);

            int n = await done; // or throw
            Console.WriteLine($"{n}, {tasks.Count} left");
        }
        """,
        """
        await using var tasks = new JoinSet<int>();
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        // as they come
        await foreach (var result in tasks)
        {
            int n = result.Value; // or throw
            Console.WriteLine($"{n}, {tasks.Count} left");
        }
        """);

    [Fact]
    public Task Loop_that_asks_at_its_end_becomes_a_join_loop() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.ConvertAll(url => Do.Count(default));
        do
        {
            var done = await {|JOIN013:Task.WhenAny(tasks)|};
            tasks.RemoveAt(tasks.IndexOf(done));
            Console.WriteLine(await done);
        }
        while (tasks.Count > 0); // until none is left
        Console.WriteLine("all");
        """,
        """
        await using var tasks = new JoinSet<int>();
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result in tasks)
        {
            Console.WriteLine(result.Value);
        } // until none is left
        Console.WriteLine("all");
        """);

    [Fact]
    public Task Comments_stay_when_their_statements_go() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.ConvertAll(url => Do.Count(default));
        while (tasks.Count > 0)
        {
            // Whichever is first.
            var done = await {|JOIN013:Task.WhenAny(tasks)|}; // may wait
            tasks.Remove(done); // not again
            Console.WriteLine(await done);
        }
        """,
        """
        await using var tasks = new JoinSet<int>();
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result in tasks)
        {
            // Whichever is first.
            // may wait
            // not again
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task Wait_for_one_when_full_becomes_a_join() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var running = new List<Task>();
        foreach (var url in urls)
        {
            while (running.Count >= 4)
            {
                var done = await {|JOIN013:Task.WhenAny(running)|};
                running.Remove(done);
                await done;
            }

            running.Add(Do.Step(default));
        }

        await Task.WhenAll(running);
        """,
        """
        await using var running = new JoinSet();
        foreach (var url in urls)
        {
            while (running.Count >= 4 && await running.JoinNextAsync() is { } result)
            {
                result.ThrowIfFailed();
            }

            running.Add(Do.Step(default));
        }

        await running.JoinAllAsync();
        """);

    [Fact]
    public Task Two_loops_over_one_collection_are_put_right_at_once() => new FixTest(
        JoinLoop,
        FixTest.InClass(
            """
            static async Task Run(List<string> urls)
            {
                List<Task<int>> tasks = [];
                foreach (var url in urls)
                {
                    if (tasks.Count == 4)
                    {
                        tasks.Remove(await {|JOIN013:Task.WhenAny(tasks)|});
                    }

                    tasks.Add(Do.Count(default));
                }

                while (tasks.Any())
                {
                    var done = await {|JOIN013:Task.WhenAny(tasks)|};
                    Console.WriteLine(done.Result);
                    tasks.Remove(done);
                }
            }
            """),
        FixTest.InClass(
            """
            static async Task Run(List<string> urls)
            {
                await using var tasks = new JoinSet<int>();
                foreach (var url in urls)
                {
                    if (tasks.Count == 4 && await tasks.JoinNextAsync() is { } result)
                    {
                        result.ThrowIfFailed();
                    }

                    tasks.Add(Do.Count(default));
                }

                await foreach (var result in tasks)
                {
                    Console.WriteLine(result.Value);
                }
            }
            """)) { NumberOfIncrementalIterations = 1 }.RunAsync();

    [Fact]
    public Task Join_leaves_comments_and_no_white_space_where_the_wait_was() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.ConvertAll(url => Do.Count(default)); // start
        while (0 < tasks.Count)
        {
            // wait
            var done = await {|JOIN013:Task.WhenAny(tasks)|};

            // look
            int count = await done;
            tasks.Remove(done); // gone
            Console.WriteLine(count);
        }
        """,
        """
        await using var tasks = new JoinSet<int>(); // start
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result in tasks)
        {
            // wait
            // look
            int count = result.Value;
            // gone
            Console.WriteLine(count);
        }
        """);

    [Theory]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks).ConfigureAwait(false); tasks.Remove(done); Console.WriteLine(await done.ConfigureAwait(false)); }")]
    [InlineData("while (tasks.Count != 0) { tasks.Remove(await Task.WhenAny(tasks)); }")]
    [InlineData("while (tasks.Count >= 1) tasks.Remove(await Task.WhenAny(tasks));")]
    [InlineData("while (tasks is { Count: > 0 }) { var done = await Task.WhenAny(tasks); tasks.Remove(done); try { Console.WriteLine(await done); } catch (Exception e) { Console.WriteLine(e); } }")]
    [InlineData("while (flag || tasks.Count > 2) { var done = await Task.WhenAny(tasks); tasks.Remove(done); if (await done > 3) { tasks.Add(Do.Count(token)); } } await Task.WhenAll(tasks);")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); if (await done > 3) break; }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); if (flag) { int result = await done; Console.WriteLine(result); } }")]
    [InlineData("int result = 3; while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); result += await done; }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.RemoveAt(tasks.IndexOf(done)); }")]
    [InlineData("do { var done = await Task.WhenAny(tasks).ConfigureAwait(false); tasks.Remove(done); if (await done > 3) continue; Console.WriteLine(1); } while (tasks.Any());")]
    public Task Fix_is_good_when_the_loop_is(string statements)
        => SequentialAwaitFixTests.VerifyAsync(Snippet.OfStatements("var tasks = urls.ConvertAll(url => Do.Count(token));\n" + statements), JoinLoop);

    [Theory]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); if (done.IsFaulted) Console.WriteLine(1); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.RemoveAt(0); }")]
    [InlineData("do { var done = await Task.WhenAny(tasks); tasks.Remove(done); } while (flag);")]
    [InlineData("do { tasks.Remove(await Task.WhenAny(tasks)); } while (tasks.Count > 0);")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks).WaitAsync(token); tasks.Remove(done); Console.WriteLine(await done); }")]
    [InlineData("while (tasks.Count > 0) { Console.WriteLine(await Next(tasks)); } async Task<int> Next(List<Task<int>> left) { var done = await Task.WhenAny(left); left.Remove(done); return await done; }")]
    [InlineData("while (tasks.Count > 0) { Console.WriteLine(1); var done = await Task.WhenAny(tasks); tasks.Remove(done); }")]
    [InlineData("for (int i = tasks.Count; i > 0; i--) { var done = await Task.WhenAny(tasks); tasks.Remove(done); }")]
    [InlineData("if (flag) Console.WriteLine(tasks[0].Id); while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); } tasks.Clear();")]
    public async Task Fix_is_not_offered_when_the_loop_is(string statements)
        => Assert.Empty(await Workbench.OfferedAsync(Snippet.OfStatements("var tasks = urls.ConvertAll(url => Do.Count(token));\n" + statements), "JOIN013"));
}
