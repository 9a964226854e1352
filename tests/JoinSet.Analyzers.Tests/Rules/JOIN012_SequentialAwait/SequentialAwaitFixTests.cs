using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN012_SequentialAwait;

/// <summary>What the fix makes of the collection and of the loop over it.</summary>
public sealed class SequentialAwaitFixTests
{
    private const string JoinLoop = "JOIN012.JoinLoop";

    [Fact]
    public Task List_becomes_the_set() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = new List<Task<int>>(); // at once
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        Console.WriteLine($"{tasks.Count} are under way");

        // as they come
        foreach (var task in tasks)
        {
            var n = {|JOIN012:await task|}; // or throw
            Console.WriteLine(n);
        }
        """,
        """
        await using var tasks = new JoinSet<int>(); // at once
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        Console.WriteLine($"{tasks.Count} are under way");

        // as they come
        await foreach (var result in tasks)
        {
            var n = result.Value; // or throw
            Console.WriteLine(n);
        }
        """);

    [Fact]
    public Task Query_becomes_a_loop() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.Where(url => url != "").Select(url => Do.Count(default)).ToList();
        foreach (var task in tasks)
            Console.WriteLine(({|JOIN012:await task|}).ToString());
        """,
        """
        await using var tasks = new JoinSet<int>();
        foreach (var url in urls.Where(url => url != ""))
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result in tasks)
            Console.WriteLine(result.Value.ToString());
        """);

    [Fact]
    public Task Query_of_another_form_is_walked() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.ConvertAll(async url => { await Task.Yield(); return url; });
        foreach (var task in tasks)
        {
            Console.WriteLine({|JOIN012:await task|});
        }
        """,
        """
        await using var tasks = new JoinSet<string>();
        foreach (var task in urls.ConvertAll(async url => { await Task.Yield(); return url; }))
        {
            tasks.Add(task);
        }

        await foreach (var result in tasks)
        {
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task Elements_are_added() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        Task<int>[] tasks = [Do.Count(default), Do.Count(default)];
        foreach (var task in tasks)
        {
            Console.WriteLine({|JOIN012:await task|});
        }
        """,
        """
        await using var tasks = new JoinSet<int>();
        tasks.Add(Do.Count(default));
        tasks.Add(Do.Count(default));
        await foreach (var result in tasks)
        {
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task Array_that_is_filled_by_index_is_poured_into_a_set() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = new Task<int>[urls.Count];
        for (int i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Do.Count(default);
        }

        foreach (var task in tasks)
        {
            Console.WriteLine({|JOIN012:await task|});
        }
        """,
        """
        var tasks = new Task<int>[urls.Count];
        for (int i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Do.Count(default);
        }

        await using var set = new JoinSet<int>();
        foreach (var task in tasks)
        {
            set.Add(task);
        }

        await foreach (var result in set)
        {
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task ConfigureAwait_stays() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.ConvertAll(url => Do.Count(default));
        foreach (var task in tasks)
        {
            Console.WriteLine({|JOIN012:await task.ConfigureAwait(false)|});
        }
        """,
        """
        var tasks = new JoinSet<int>();
        await using var cleanup = tasks.ConfigureAwait(false);
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result in tasks.JoinEachAsync().ConfigureAwait(false))
        {
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task Two_loops_in_one_method_do_not_get_in_each_others_way() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        foreach (var task in urls.Select(url => Do.Count(default)).ToList())
        {
            Console.WriteLine({|JOIN012:await task|});
        }

        foreach (var task in urls.Select(url => Do.Count(default)).ToList())
        {
            Console.WriteLine({|JOIN012:await task|});
        }
        """,
        """

        await using var set = new JoinSet<int>();
        foreach (var url in urls)
        {
            set.Add(Do.Count(default));
        }

        await foreach (var result in set)
        {
            Console.WriteLine(result.Value);
        }

        await using var set1 = new JoinSet<int>();
        foreach (var url in urls)
        {
            set1.Add(Do.Count(default));
        }

        await foreach (var result in set1)
        {
            Console.WriteLine(result.Value);
        }
        """);

    [Fact]
    public Task A_comment_stays_with_the_declaration_and_inner_names_stay_free() => FixTest.VerifyStatementsAsync(
        JoinLoop,
        """
        var tasks = urls.Select(url => Do.Count(default)).ToList(); // all at once
        foreach (var task in tasks)
        {
            int count = {|JOIN012:await task|};
            if (flag)
            {
                int result = count;
                Console.WriteLine(result);
            }
        }
        """,
        """
        await using var tasks = new JoinSet<int>(); // all at once
        foreach (var url in urls)
        {
            tasks.Add(Do.Count(default));
        }

        await foreach (var result1 in tasks)
        {
            int count = result1.Value;
            if (flag)
            {
                int result = count;
                Console.WriteLine(result);
            }
        }
        """);

    [Fact]
    public async Task Code_of_several_lines_keeps_the_line_ends_of_the_document()
    {
        Snippet snippet = SequentialAwaitAnalyzerTests.In("var tasks = urls.Select(async url =>\n{\n    await Task.Yield();\n    return url.Length;\n}).ToList();\nforeach (var task in tasks)\n{\n    Console.WriteLine(await task);\n}");

        string after = (await Workbench.FixAsync(new Snippet(snippet.Source.Replace("\n", "\r\n", StringComparison.Ordinal)), JoinLoop))!;

        Assert.Contains("tasks.Add(task);", after, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\r", after, StringComparison.Ordinal);
        Assert.Equal(after.Split('\n').Length, after.Split("\r\n").Length);
    }

    [Theory]
    [InlineData("using System;\nusing System.Linq;\nusing System.Threading.Tasks;\n", "using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing JoinSets;\n")]
    [InlineData("using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing Microsoft.Win32;\nusing Text = System.String;\n", "using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing JoinSets;\nusing Microsoft.Win32;\nusing Text = System.String;\n")]
    [InlineData("// The head.\nnamespace A;\n\nusing System;\nusing System.Linq;\nusing System.Threading.Tasks;\n", "// The head.\nnamespace A;\n\nusing System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing JoinSets;\n")]
    public async Task Using_directive_comes_with_the_name(string before, string after)
    {
        const string Code = "\nclass Program\n{\n    static async Task Run()\n    {\n        foreach (var task in new[] { 1, 2 }.Select(n => Task.FromResult(n)).ToList())\n            Console.WriteLine(await task);\n    }\n}\n";

        string? text = await Workbench.FixAsync(new Snippet(before + Code), JoinLoop);

        Assert.StartsWith(after + "\nclass", text, StringComparison.Ordinal);
        Assert.Empty(new Snippet(text!).Compile().GetDiagnostics().Where(static problem => problem.Severity is DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task Fix_is_offered_only_where_JoinSet_is_referenced()
    {
        Snippet snippet = SequentialAwaitAnalyzerTests.In("foreach (var task in urls.Select(url => Do.Count(token)).ToList()) Console.WriteLine(await task);");

        Assert.Single(await Workbench.OfferedAsync(snippet, "JOIN012"));
        Assert.Empty(await Workbench.OfferedAsync(new Snippet(snippet.Source.Replace("using JoinSets;", "", StringComparison.Ordinal)), "JOIN012", references: References.Framework));
    }

    public static TheoryData<string> Collections => SequentialAwaitAnalyzerTests.Collections;

    public static TheoryData<string> Bodies => SequentialAwaitAnalyzerTests.Bodies;

    [Theory]
    [MemberData(nameof(Collections))]
    public Task Fix_is_good_when_the_tasks_are_started_by(string statements)
        => VerifyAsync(SequentialAwaitAnalyzerTests.In(statements + "\nforeach (var task in tasks)\n{\nConsole.WriteLine(await task);\n}"));

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Fix_is_good_when_a_turn_of_the_loop_is(string body)
        => VerifyAsync(SequentialAwaitAnalyzerTests.In("var tasks = urls.Select(url => Do.Count(token)).ToList();\nforeach (var task in tasks) {\n" + body + "\n}"));

    internal static async Task VerifyAsync(Snippet snippet, string key = JoinLoop)
    {
        Compilation before = snippet.Compile();
        string? text = await Workbench.FixAsync(snippet, key);
        Assert.NotNull(text);
        Compilation after = new Snippet(text).Compile();
        Assert.True(ProblemsIn(after).IsSubsetOf(ProblemsIn(before)), $"it brings {string.Join(", ", ProblemsIn(after).Except(ProblemsIn(before)))}:\n{text}");
        Assert.DoesNotContain(await Snippet.ReportsAsync(after), report => report.Severity is DiagnosticSeverity.Warning || report.Id == key[..7]);
    }

    private static HashSet<string> ProblemsIn(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id)];
}
