using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Hops;

/// <summary>What is offered for plain tasks, threads and timers: what needs no set.</summary>
public sealed class HopFixTests
{
    [Theory]
    [InlineData("JOIN007.Interlocked", "int n = 0;", "{|JOIN007:n|}++;", "int n = 0;", "Interlocked.Increment(ref n);")]
    [InlineData("JOIN007.Interlocked", "long n = 0;", "{|JOIN007:n|} += url.Length; // adds", "long n = 0;", "Interlocked.Add(ref n, url.Length); // adds")]
    [InlineData("JOIN004.Concurrent", "var all = new List<string>();", "{|JOIN004:all|}.Add(url);", "var all = new ConcurrentBag<string>();", "all.Add(url);")]
    [InlineData("JOIN004.Lock", "var all = new List<string>();", "{|JOIN004:all|}.Add(url);", "var all = new List<string>();", "lock (all)\n        {\n            all.Add(url);\n        }")]
    public async Task What_tasks_share_is_put_right(string key, string declaration, string use, string newDeclaration, string newUse)
    {
        const string Tasks = "{0}\nvar tasks = new List<Task>();\nforeach (string url in urls)\n{{\n    tasks.Add(Task.Run(() =>\n    {{\n        {1}\n    }}));\n}}\n\nawait Task.WhenAll(tasks);";
        const string Turns = "{0}\nParallel.ForEach(urls, url =>\n    {{\n        {1}\n    }});";
        foreach (string program in new[] { Tasks, Turns })
        {
            await FixTest.VerifyPlainTasksAsync(key, string.Format(null, program, declaration, use), string.Format(null, program, newDeclaration, newUse));
        }
    }

    [Fact]
    public Task A_loop_variable_is_copied() => FixTest.VerifyPlainTasksAsync(
        "JOIN007.Copy",
        """
        var tasks = new Task[3];
        for (int i = 0; i < 3; i++)
        {
            tasks[2 - i] = Task.Run(() => Console.WriteLine({|JOIN007:i|}));
        }

        await Task.WhenAll(tasks);
        """,
        """
        var tasks = new Task[3];
        for (int i = 0; i < 3; i++)
        {
            int iCopy = i;
            tasks[2 - i] = Task.Run(() => Console.WriteLine(iCopy));
        }

        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task A_generator_of_everybody_takes_the_place_of_one() => FixTest.VerifyPlainTasksAsync(
        "JOIN004.SharedRandom",
        """
        var random = new Random();
        Parallel.For(0, 9, i =>
        {
            Console.WriteLine({|JOIN004:random|}.Next());
        });
        """,
        """
        Parallel.For(0, 9, i =>
        {
            Console.WriteLine(Random.Shared.Next());
        });
        """);

    [Fact]
    public Task A_flag_is_read_and_written_with_Volatile() => FixTest.VerifyPlainTasksAsync(
        "JOIN007.Volatile",
        """
        bool stop = false;
        var task = Task.Run(() => { while (!{|JOIN007:stop|}) { } });
        stop = true;
        await task;
        """,
        """
        bool stop = false;
        var task = Task.Run(() => { while (!Volatile.Read(ref stop)) { } });
        Volatile.Write(ref stop, true);
        await task;
        """);

    [Theory]
    [InlineData("JOIN004", "var all = new List<string>(); Parallel.ForEach(urls, url => { all.Add(url); });")]
    [InlineData("JOIN004", "var all = new List<string>(); var tasks = urls.Select(url => Task.Run(() => all.Add(url))).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("JOIN007", "int n = 0; Parallel.ForEach(urls, url => { n += url.Length; });")]
    [InlineData("JOIN007", "int n = 0; var tasks = urls.Select(url => Task.Run(() => n++)).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("JOIN008", "using (var gate = new SemaphoreSlim(1)) { _ = Task.Run(() => gate.Wait()); }")]
    [InlineData("JOIN008", "await using var set = new JoinSet(); using (var gate = new SemaphoreSlim(1)) { _ = Task.Run(() => gate.Wait()); } await set.JoinAllAsync();")]
    public async Task Nothing_is_offered_that_needs_a_set(string id, string statements)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(statements), id, settings: Settings.PlainTasks);

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey is "JOIN004.Gather" or "JOIN004.SpawnLocal" or "JOIN007.Return" or "JOIN008.Drain" or "JOIN008.Order");
    }
}
