using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>No rule throws, hangs or overflows on programs that nobody would write.</summary>
public sealed class FuzzTests
{
    private const int ProgramsAtATime = 20;

    /// <summary>Far beyond what any of these takes: it only tells a hang from a slow machine.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_rule_throws_on_recombined_constructs(int seed)
    {
        int reported = 0;
        for (int each = 0; each < ProgramsAtATime; each++)
        {
            var generator = new ProgramGenerator((seed * ProgramsAtATime) + each);
            string members = generator.Members();
            reported += await VerifyAsync(Snippet.OfMembers(members));
            await VerifyAsync(Snippet.OfMembers(generator.Damage(members)));
        }

        Assert.True(reported > 10, "hardly anything was reported: these programs prove nothing");
    }

    public static TheoryData<string> Deep =>
    [
        "if (flag) { * }", "{ * }", "while (flag) { * }", "try { * } finally { }", "foreach (var u in urls) *", "using (set) { * }", "lock (urls) { * }",
        "switch (urls.Count) { default: * break; }", "await using (set) { * }", "if (flag) { } else *", "for (;;) *", "try { } catch { * }",
    ];

    /// <summary>The compiler's own walk for nullable references sometimes overflows an ordinary stack here: the threads of these tests have larger ones (runtimeconfig.template.json).</summary>
    [Theory]
    [MemberData(nameof(Deep))]
    public async Task No_rule_overflows_on_2000_levels_of(string nest)
    {
        string[] parts = nest.Split('*');
        string Nested(int levels) => string.Concat(Enumerable.Repeat(parts[0], levels)) + "set.Spawn(Do.Count);" + string.Concat(Enumerable.Repeat(parts[1], levels));

        foreach (int levels in new[] { 60, 150, 2000 })
        {
            await VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + Nested(levels) + "\nawait foreach (var r in set) { }"));
        }
    }

    /// <summary>Deeper than this, the compiler's own binder overflows.</summary>
    [Theory]
    [InlineData("Action a = () => { * };")]
    [InlineData("void F() { * }")]
    public async Task No_rule_overflows_on_60_functions_in_each_other(string nest)
    {
        string[] parts = nest.Split('*');
        await VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + string.Concat(Enumerable.Repeat(parts[0], 60)) + "set.Spawn(Do.Count);" + string.Concat(Enumerable.Repeat(parts[1], 60)) + "\nawait foreach (var r in set) { }"));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("flag && ", "")]
    [InlineData("flag ? true : ", "")]
    [InlineData("urls is { Count: > 0 } || ", "")]
    [InlineData("set.IsEmpty == ", "")]
    public async Task No_rule_overflows_on_a_condition_with_2000_times(string before, string after)
    {
        foreach (int levels in new[] { 60, 150, 2000 })
        {
            string condition = string.Concat(Enumerable.Repeat(before, levels)) + "flag" + string.Concat(Enumerable.Repeat(after, levels));
            await VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nif (" + condition + ") await set.JoinAllAsync();"));
        }
    }

    [Fact]
    public async Task Rules_come_to_an_end_on_a_method_of_5000_lines()
    {
        string[] lines = ["Console.WriteLine({0});", "if (urls.Count == {0}) Console.WriteLine();", "set.Spawn(Do.Count);", "if (flag) set.Spawn(Do.Count); else await set.JoinNextAsync();", "foreach (var u{0} in urls) Console.WriteLine(u{0});"];
        string body = string.Join('\n', Enumerable.Range(0, 5000).Select(line => string.Format(null, lines[line % lines.Length], line)));

        Assert.Equal(1, await CountAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + body), "JOIN001"));
    }

    [Fact]
    public async Task Rules_come_to_an_end_on_a_method_with_200_sets()
    {
        string body = string.Join('\n', Enumerable.Range(0, 200).Select(static set => $"var set{set} = new JoinSet<int>(); set{set}.Spawn(Do.Count); if (flag) await set{set}.JoinAllAsync();"));

        Assert.Equal(200, await CountAsync(Snippet.OfStatements(body), "JOIN001"));
    }

    [Fact]
    public async Task Rules_come_to_an_end_on_many_branches_in_a_row()
    {
        string body = string.Join('\n', Enumerable.Range(0, 200).Select(static branch => $"bool b{branch} = urls.Count == {branch}; if (b{branch}) set.Spawn(Do.Count); else if (flag) set.AbortAll(); try {{ Console.WriteLine(); }} finally {{ Console.WriteLine(); }}"));

        await VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + body));
    }

    private static async Task<int> CountAsync(Snippet program, string id) => (await ReportsAsync(program)).Count(report => report.Id == id);

    private static async Task<int> VerifyAsync(Snippet program) => (await ReportsAsync(program)).Count;

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(Snippet program)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], Settings.PlainTasks), (exception, rule, _) => Assert.Fail($"{rule.GetType().Name}: {exception}\n{program.Source}"), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        IReadOnlyList<Diagnostic> reports = await program.Compile().WithAnalyzers([.. AllRules.List], options).GetAnalyzerDiagnosticsAsync(patience.Token);
        Assert.DoesNotContain(reports, static report => !report.Id.StartsWith("JOIN", StringComparison.Ordinal));
        return reports;
    }
}
