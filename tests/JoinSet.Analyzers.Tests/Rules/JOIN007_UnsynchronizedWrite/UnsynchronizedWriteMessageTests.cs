using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>What the report says and where it points.</summary>
public sealed class UnsynchronizedWriteMessageTests
{
    [Theory]
    [InlineData(
        "int n = 0;\nforeach (var u in urls)\nset.Spawn(async ct => { await Do.Step(ct);\nn++; });",
        "'n' is written by every task that line 11 spawns, and they run at once: updates get lost; use Interlocked or a lock, or return the value and add it up from the join results")]
    [InlineData(
        "string n = \"\";\nset.Spawn(async ct => { await Do.Step(ct);\nn = \"x\"; });\nset.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(n); });",
        "'n' is written by the task that line 10 spawns while another task uses it on line 13; use a lock, or return the value and take it from the join results")]
    [InlineData(
        "int n = 0;\nset.Spawn(async ct => { await Do.Step(ct); n = 1; });\nConsole.WriteLine(n);\nn = 2;",
        "'n' is written by the task that line 10 spawns, and used on lines 11 and 12 before the task was joined; use Interlocked or a lock, or return the value and add it up from the join results")]
    [InlineData(
        "for (int n = 0; n < 3;\nn++)\nset.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(n); });",
        "'n' is written on line 10 while the task that line 11 spawns may still read it: it need not see the value of the time when it was spawned; give each task a copy of its own")]
    public async Task Report_says(string statements, string message)
    {
        Diagnostic report = await ReportAsync(statements);

        Assert.Equal(message, report.GetMessage(null));
    }

    [Fact]
    public async Task Report_stands_at_the_variable_and_points_at_the_spawn_and_the_rivals()
    {
        Diagnostic report = await ReportAsync("int n = 0;\nset.Spawn(async ct => { await Do.Step(ct); n = 1; });\nConsole.WriteLine(n);");

        Assert.Equal("n", TextAt(report.Location));
        Assert.Equal(["set", "n"], report.AdditionalLocations.Select(TextAt));
        Assert.Equal([9, 10], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
    }

    private static Task<Diagnostic> ReportAsync(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet();\n" + statements + "\nawait set.JoinAllAsync();").SingleReportAsync("JOIN007");

    private static string TextAt(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
}
