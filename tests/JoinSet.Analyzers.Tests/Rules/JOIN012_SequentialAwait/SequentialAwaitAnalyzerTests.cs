using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN012_SequentialAwait;

/// <summary>Which collections hold started tasks, and which loops do not care for their order.</summary>
public sealed class SequentialAwaitAnalyzerTests
{
    public static TheoryData<string> Collections =>
    [
        "var tasks = urls.Select(url => Do.Count(token)).ToList();",
        "var tasks = urls.Select(url => Do.Count(token)).ToArray();",
        "IEnumerable<Task<int>> tasks = urls.Where(url => url != \"\").Select(async url => { await Task.Yield(); return 1; }).ToList();",
        "var tasks = urls.Select(url => { return Do.Count(token); }).ToList();",
        "var tasks = urls.ConvertAll(url => Do.Count(token));",
        "var tasks = urls.Select(Get).ToList(); Task<int> Get(string url) => Do.Count(token);",
        "var tasks = new List<Task<int>>(); foreach (var url in urls) { tasks.Add(Do.Count(token)); }",
        "List<Task<int>> tasks = new(urls.Count); foreach (var url in urls) tasks.Add(Task.Run(() => Do.Count(token)));",
        "List<Task<int>> tasks = []; for (int i = 0; i < 3; i++) tasks.Add(Do.Count(token)); Console.WriteLine(tasks.Count);",
        "var tasks = new List<Task<int>>(); tasks.Add(Do.Count(token)); tasks.Add(Do.Count(token));",
        "var tasks = new List<Task<int>> { Do.Count(token), Do.Count(token) };",
        "var tasks = new[] { Do.Count(token), Do.Count(token) };",
        "Task<int>[] tasks = { Do.Count(token), Do.Count(token) };",
        "Task<int>[] tasks = [Do.Count(token), Do.Count(token)];",
        "var tasks = (from url in urls select Do.Count(token)).ToList();",
        "var tasks = new Task<int>[urls.Count]; for (int i = 0; i < tasks.Length; i++) { tasks[i] = Do.Count(token); }",
    ];

    public static TheoryData<string> Bodies =>
    [
        "Console.WriteLine(await task);",
        "var n = await task; Console.WriteLine(n);",
        "Console.WriteLine((await task.ConfigureAwait(false)).ToString());",
        "sum += await task;",
        "flag |= await task > 1;",
        "sum = Math.Max(sum, await task);",
        "Interlocked.Add(ref sum, await task);",
        "sum++; Console.WriteLine(await task);",
        "try { Console.WriteLine(await task); } catch (InvalidOperationException e) { Console.Error.WriteLine(e); }",
        "seen.Add(await task);",
        "map[await task] = \"\";",
        "map.Add(await task, \"\");",
        "var n = await task; if (n > 1) continue; await Task.Delay(n, token);",
        "var own = new List<int>(); own.Add(await task); Use(own);",
        "if (await task > 3) throw new InvalidOperationException();",
        "switch (await task) { case 1: Use(urls); break; }",
        "var (a, b) = Math.DivRem(await task, 2); Console.WriteLine(a + b);",
    ];

    [Theory]
    [MemberData(nameof(Collections))]
    public Task Reports_when_the_tasks_are_started_by(string statements)
        => In(statements + "\nforeach (var task in tasks)\n{\nConsole.WriteLine(await task); // JOIN012\n}").VerifyAsync("JOIN012");

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Reports_when_a_turn_of_the_loop_is(string body)
        => In("var tasks = urls.Select(url => Do.Count(token)).ToList();\nforeach (var task in tasks) {\n" + body + " // JOIN012\n}").VerifyAsync("JOIN012");

    [Theory]
    [InlineData("foreach (Task<int> task in urls.Select(url => Do.Count(token)).ToList())\nConsole.WriteLine(await task); // JOIN012")]
    [InlineData("foreach (var task in new[] { Do.Count(token), Do.Count(token) })\nConsole.WriteLine(await task); // JOIN012")]
    [InlineData("foreach (var url in urls) { var tasks = urls.ConvertAll(u => Do.Count(token)); foreach (var task in tasks)\nConsole.WriteLine(await task); // JOIN012\n}")]
    [InlineData("Func<Task> run = async () => { var tasks = urls.ConvertAll(u => Do.Count(token)); foreach (var task in tasks)\nConsole.WriteLine(await task); // JOIN012\n};")]
    public Task Reports_when_the_loop_stands_in(string statements) => In(statements).VerifyAsync("JOIN012");

    [Theory]
    [InlineData("IEnumerable<Task<int>> tasks = urls.Select(url => Do.Count(token));")]
    [InlineData("var tasks = urls.Select(url => new Task<int>(() => 1)).ToList();")]
    [InlineData("var tasks = urls.Select(url => Do.Count(token)).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = urls.Select(url => Do.Count(token)).ToList(); var all = Task.WhenAll(tasks);")]
    [InlineData("var tasks = urls.Select(url => Do.Count(token)).ToList(); tasks.Reverse();")]
    [InlineData("var tasks = urls.Select(url => Do.Count(token)).ToList(); Use(tasks);")]
    [InlineData("var tasks = urls.Select(url => Do.Count(token)).ToList(); Action peek = () => Console.WriteLine(tasks.Count);")]
    [InlineData("var tasks = given.ToList();")]
    [InlineData("var tasks = given.Select(one => one).ToList();")]
    [InlineData("var tasks = new List<Task<int>>(given);")]
    [InlineData("var tasks = new List<Task<int>>(); foreach (var one in given) tasks.Add(one);")]
    [InlineData("var tasks = new List<Task<int>>(); tasks.Add(Do.Count(token));")]
    [InlineData("var tasks = new List<Task<int>>();")]
    [InlineData("var tasks = new[] { Do.Count(token) };")]
    [InlineData("var tasks = new Task<int>[2]; tasks[0] = Do.Count(token); tasks[1] = tasks[0];")]
    [InlineData("var tasks = new List<Task<int>>(); Parallel.ForEach(urls, url => { lock (urls) tasks.Add(Do.Count(token)); });")]
    [InlineData("var tasks = given;")]
    public Task Stays_quiet_when_the_tasks_come_from(string statements)
        => In(statements + "\nforeach (var task in tasks) { Console.WriteLine(await task); }").VerifyAsync("JOIN012");

    [Theory]
    [InlineData("await task;")]
    [InlineData("_ = await task;")]
    [InlineData("var unused = await task;")]
    [InlineData("await task; sum++;")]
    [InlineData("list.Add(await task);")]
    [InlineData("var n = await task; if (n > 1) list.Add(n);")]
    [InlineData("list.AddRange([await task]);")]
    [InlineData("list.Insert(0, await task);")]
    [InlineData("array[sum] = await task;")]
    [InlineData("array[sum++] = await task;")]
    [InlineData("list[0] = await task;")]
    [InlineData("Console.WriteLine($\"{sum++}: {await task}\");")]
    [InlineData("Console.WriteLine(urls[sum] + await task); sum++;")]
    [InlineData("Console.WriteLine(await task); ++sum; if (sum > 2) Use(list);")]
    [InlineData("sum = await task;")]
    [InlineData("text += await task;")]
    [InlineData("builder.Append(await task);")]
    [InlineData("builder.AppendLine($\"{await task}\");")]
    [InlineData("await writer.WriteLineAsync((await task).ToString());")]
    [InlineData("Console.Write(await task);")]
    [InlineData("var n = await task; if (n > 3) break;")]
    [InlineData("if (await task > 3) return;")]
    [InlineData("if (await task > 3) goto end;")]
    [InlineData("AddResult(await task);")]
    [InlineData("names.MoveNext(); Console.WriteLine(names.Current + await task);")]
    [InlineData("Console.WriteLine(task.Id + await task);")]
    [InlineData("Console.WriteLine(await task + await task);")]
    [InlineData("Use(task); Console.WriteLine(await task);")]
    [InlineData("Func<Task> later = async () => Console.WriteLine(await task); await later();")]
    [InlineData("int.TryParse($\"{await task}\", out sum);")]
    [InlineData("while (flag) { Console.WriteLine(await task); }")]
    public Task Stays_quiet_when_a_turn_of_the_loop_is(string body)
        => In("var tasks = urls.Select(url => Do.Count(token)).ToList();\nforeach (var task in tasks) { " + body + " }\nend: ;").VerifyAsync("JOIN012");

    [Theory]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Count(token)); foreach (var task in tasks) { Console.WriteLine(await task); } await Task.WhenAll(tasks);")]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Count(token)); while (flag) foreach (var task in tasks) { Console.WriteLine(await task); }")]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Count(token)); Func<Task> join = async () => { foreach (var task in tasks) Console.WriteLine(await task); };")]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Count(token)); foreach (var task in tasks.OrderBy(t => t.Id)) Console.WriteLine(await task);")]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Step(token)); foreach (var task in tasks) { await task; Console.WriteLine(1); }")]
    [InlineData("foreach (var task in urls.Select(url => Do.Count(token))) Console.WriteLine(await task);")]
    [InlineData("await foreach (var task in Task.WhenEach(urls.ConvertAll(url => Do.Count(token)))) Console.WriteLine(await task);")]
    public Task Stays_quiet_when_the_loop_is(string statements) => In(statements).VerifyAsync("JOIN012");

    [Fact]
    public Task Stays_quiet_when_results_are_yielded() => Snippet.OfMembers(
        "static async IAsyncEnumerable<int> Get(List<string> urls) { var tasks = urls.ConvertAll(url => Do.Count(default)); foreach (var task in tasks) yield return await task; }").VerifyAsync("JOIN012");

    [Fact]
    public async Task Report_names_the_lines_that_start_the_tasks()
    {
        Diagnostic report = await In("var tasks = new List<Task<int>>();\ntasks.Add(Do.Count(token));\ntasks.Add(Do.Count(token));\nforeach (var task in tasks)\n    Console.WriteLine(await task);").SingleReportAsync("JOIN012");

        Assert.Equal(
            "The tasks started on lines 10 and 11 are awaited in the order of their start: each result, and each failure, waits for all tasks before it; a JoinSet gives them as they finish",
            report.GetMessage(null));
        Assert.Equal([9, 10], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(12, report.Location.GetLineSpan().StartLinePosition.Line);
    }

    internal static Snippet In(string statements) => Snippet.OfStatements(
        "int sum = 0; string text = \"\"; var list = new List<int>(); var array = new int[9]; var seen = new HashSet<int>(); var map = new Dictionary<int, string>(); List<Task<int>> given = null!; "
        + "var builder = new System.Text.StringBuilder(); System.IO.TextWriter writer = null!; IEnumerator<string> names = null!; static void Use(object o) { } static void AddResult(int n) { }\n" + statements);
}
