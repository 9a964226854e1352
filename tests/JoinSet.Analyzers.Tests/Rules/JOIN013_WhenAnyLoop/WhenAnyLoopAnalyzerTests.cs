using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN013_WhenAnyLoop;

/// <summary>Loops that take tasks out of a collection as they finish, and loops that only look like it.</summary>
public sealed class WhenAnyLoopAnalyzerTests
{
    public static TheoryData<string> Loops =>
    [
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.Remove(done); Console.WriteLine(await done); }",
        "while (tasks.Any())\n{\nTask<int> done = await Task.WhenAny(tasks).ConfigureAwait(false); // JOIN013\ntasks.Remove(done); Console.WriteLine(done.Result); }",
        "while (tasks.Count != 0)\n{\nvar done = await Task.WhenAny(tasks.ToArray()); // JOIN013\nConsole.WriteLine(await done); tasks.RemoveAt(tasks.IndexOf(done)); }",
        "while (tasks is { Count: > 0 })\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.RemoveAll(task => task == done); }",
        "do\n{\ntasks.Remove(await Task.WhenAny(tasks)); // JOIN013\n} while (tasks.Count > 0);",
        "for (int i = tasks.Count; i > 0; i--)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.Remove(done); }",
        "foreach (var url in urls)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.Remove(done); }",
        "foreach (var url in urls)\n{ while (tasks.Count >= 4) {\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.Remove(done); await done; } tasks.Add(Do.Count(token)); }",
        "foreach (var url in urls)\n{ if (tasks.Count >= 4) {\ntasks.Remove(await Task.WhenAny(tasks)); // JOIN013\n} tasks.Add(Do.Count(token)); }",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\nTake(tasks, done); }\nvoid Take(List<Task<int>> from, Task<int> one) => from.Remove(one);",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\nTake(done); }\nvoid Take(Task<int> one) { tasks.Remove(one); }",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks = tasks.Where(task => task != done).ToList(); }",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks = tasks.Except([done]).ToList(); }",
        "var names = tasks.ToDictionary(task => task, task => \"a\"); while (names.Count > 0)\n{\nvar done = await Task.WhenAny(names.Keys); // JOIN013\nConsole.WriteLine(names[done]); names.Remove(done); }",
        "var set = new HashSet<Task<int>>(tasks); while (set.Count > 0)\n{\nvar done = await Task.WhenAny(set); // JOIN013\nset.Remove(done); if (await done > 3) return; }",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks).WaitAsync(token); // JOIN013\ntasks.Remove(done); }",
        "while (tasks.Count > 0)\n{\nvar done = await Task.WhenAny(tasks).WaitAsync(token).ConfigureAwait(false); // JOIN013\ntasks.Remove(done); }",
        "while (tasks.Count > 0) Console.WriteLine(await Next(tasks));\nasync Task<int> Next(List<Task<int>> left) {\nvar done = await Task.WhenAny(left); // JOIN013\nleft.Remove(done); return await done; }",
        "Task<int>? done = null; while (tasks.Count > 0)\n{\ndone = await Task.WhenAny(tasks); // JOIN013\nif (done != null) tasks.Remove(done); }",
    ];

    [Theory]
    [MemberData(nameof(Loops))]
    public Task Reports_when_the_loop_is(string statements) => In(statements).VerifyAsync("JOIN013");

    [Theory]
    [InlineData("private readonly List<Task> _tasks = []; async Task Run() { while (_tasks.Count > 0) {\nvar done = await Task.WhenAny(_tasks); // JOIN013\n_tasks.Remove(done); } }")]
    [InlineData("private readonly List<Task> _tasks = []; async Task Run() { while (this._tasks.Count > 0) {\nvar done = await Task.WhenAny(this._tasks); // JOIN013\nthis._tasks.Remove(done); } }")]
    [InlineData("List<Task> Tasks { get; } = []; async Task Run() { while (Tasks.Count > 0) {\nvar done = await Task.WhenAny(Tasks); // JOIN013\nTasks.Remove(done); } }")]
    [InlineData("async Task Run(IList<Task> tasks) { while (tasks.Count > 0) {\nvar done = await Task.WhenAny(tasks); // JOIN013\ntasks.Remove(done); } }")]
    [InlineData("async Task Run(IList<Task> tasks) { while (tasks.Count > 0) {\nvar done = await Task.WhenAny(tasks); // JOIN013\nTake(done, tasks); } }\nstatic void Take(Task one, IList<Task> from) { from.Remove(one); }")]
    [InlineData("async Task Run(List<Task<int>> tasks) { foreach (var task in tasks.ToArray()) { await Next(tasks); } }\nstatic async Task<T> Next<T>(List<Task<T>> left) {\nvar done = await Task.WhenAny(left); // JOIN013\nleft.Remove(done); return await done; }")]
    public Task Reports_when_the_tasks_are_in(string members) => Snippet.OfMembers(members).VerifyAsync("JOIN013");

    [Theory]
    [InlineData("var done = await Task.WhenAny(tasks); tasks.Remove(done);")]
    [InlineData("while (flag) { var done = await Task.WhenAny(tasks); Console.WriteLine(await done); }")]
    [InlineData("while (tasks.Count > 0) { await Task.WhenAny(tasks[0], Task.Delay(1, token)); tasks.RemoveAt(0); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks.Append(first)); tasks.Remove(done); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); if (done == first) break; tasks.Remove(done); }")]
    [InlineData("while (tasks.Count > 0) { if (await Task.WhenAny(tasks) == first) break; tasks.RemoveAll(task => task.IsCompleted); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); if (ReferenceEquals(done, first)) break; tasks.Remove(done); }")]
    [InlineData("while (tasks.Count > 0) { await Task.WhenAll(tasks); tasks.RemoveAll(task => task.IsCompleted); }")]
    [InlineData("while (flag) { var own = urls.ConvertAll(url => Do.Count(token)); var done = await Task.WhenAny(own); own.Remove(done); await Task.WhenAll(own); }")]
    [InlineData("while (flag) { var done = await Task.WhenAny(tasks); urls.Remove(\"a\"); }")]
    [InlineData("while (flag) { Func<Task> later = async () => tasks.Remove(await Task.WhenAny(tasks)); await later(); }")]
    [InlineData("tasks.Add(first); while (flag) { var winner = await Task.WhenAny(tasks); tasks.Remove(winner); if (winner == first) break; } while (tasks.Count > 0) { var done = await Task.WhenAny(tasks); tasks.Remove(done); }")]
    [InlineData("Console.WriteLine(await Next(tasks)); async Task<int> Next(List<Task<int>> left) { var done = await Task.WhenAny(left); left.Remove(done); return await done; }")]
    [InlineData("while (flag) { await Next(urls.ConvertAll(url => Do.Count(token))); } async Task<int> Next(List<Task<int>> left) { var done = await Task.WhenAny(left); left.Remove(done); return await done; }")]
    [InlineData("while (flag) { var own = urls.ConvertAll(url => Do.Count(token)); await Next(own); } async Task<int> Next(List<Task<int>> left) { var done = await Task.WhenAny(left); left.Remove(done); return await done; }")]
    [InlineData("while (flag) { await Next(tasks); } async Task<int> Next(List<Task<int>> left) { var done = await Task.WhenAny(left); return await done; }")]
    [InlineData("while (flag) { await Next(tasks); } async Task Next(List<Task<int>> left) { var done = await Task.WhenAny(left); if (done != first) left.Remove(done); }")]
    [InlineData("while (tasks.Count > 0) { var done = await Mine.WhenAny(tasks); tasks.Remove(done); }")]
    public Task Stays_quiet_when_the_code_is(string statements) => In(statements).VerifyAsync("JOIN013");

    [Fact]
    public async Task Report_names_the_tasks_and_the_line_that_takes_one_out()
    {
        Diagnostic report = await In("while (tasks.Count > 0)\n{\n    var done = await Task.WhenAny(tasks);\n    tasks.Remove(done);\n}").SingleReportAsync("JOIN013");

        Assert.Equal(
            "Each turn of this loop asks every task in 'tasks' anew, to take out the one that finished on line 12: a JoinSet gives each task as it finishes, and asks no other",
            report.GetMessage(null));
        Assert.Equal([11], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
        Assert.Equal((10, 21), (report.Location.GetLineSpan().StartLinePosition.Line, report.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public async Task Report_in_a_function_names_the_line_in_the_loop_that_calls_it()
    {
        Diagnostic report = await In("while (tasks.Count > 0)\n{\n    await Next(tasks);\n}\n\nasync Task Next(List<Task<int>> left)\n{\n    left.Remove(await Task.WhenAny(left));\n}").SingleReportAsync("JOIN013");

        Assert.Equal(
            "Each turn of the loop that calls this on line 11 asks every task in 'left' anew, to take out the one that finished on line 16: a JoinSet gives each task as it finishes, and asks no other",
            report.GetMessage(null));
        Assert.Equal([15, 10], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
    }

    private static Snippet In(string statements) => Snippet.OfFile(
        "static class Mine { public static async Task<T> WhenAny<T>(IList<T> tasks) { await Task.Yield(); return tasks[0]; } }\n"
        + "class Program { static async Task Run(List<string> urls, bool flag, Task<int> first, CancellationToken token) {\nvar tasks = urls.Select(url => Do.Count(token)).ToList();\n\n\n\n\n" + statements + "\n} }");
}
