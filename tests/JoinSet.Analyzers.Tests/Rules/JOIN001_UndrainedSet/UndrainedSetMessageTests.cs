using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>What the report says and where it points, since a build log is often all that is read.</summary>
public sealed class UndrainedSetMessageTests
{
    [Fact]
    public async Task Report_names_the_set_and_the_line_of_its_spawn()
    {
        Diagnostic report = await Snippet.OfStatements("var jobs = new JoinSet<int>();\njobs.Spawn(Do.Count);").SingleReportAsync("JOIN001");

        Assert.Equal("'jobs' is given tasks on line 9, but nothing joins them before its life ends: their results and exceptions are lost", report.GetMessage(null));
    }

    [Theory]
    [InlineData("var jobs = new JoinSet<int>();\njobs.Spawn(Do.Count); jobs.Spawn(Do.Count);\nif (await jobs.JoinNextAsync() is { } first) Console.WriteLine(first.Value);")]
    [InlineData("var jobs = new JoinSet<int>();\njobs.Spawn(Do.Count); jobs.Spawn(Do.Count);\nwhile (await jobs.JoinNextAsync() is { } one) { if (one.IsFaulted) return; }")]
    public async Task Report_does_not_deny_the_joins_that_there_are(string statements)
    {
        Diagnostic report = await Snippet.OfStatements(statements).SingleReportAsync("JOIN001");

        Assert.Contains(" but nothing joins all of them ", report.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "lines 9 and 10")]
    [InlineData(3, "lines 9, 10 and 11")]
    [InlineData(5, "lines 9, 10, 11, 12 and 13")]
    [InlineData(6, "lines 9, 10, 11, 12, 13 and 1 more")]
    [InlineData(40, "lines 9, 10, 11, 12, 13 and 35 more")]
    public async Task Report_names_the_lines_when_there_are(int spawns, string lines)
    {
        Diagnostic report = await Snippet.OfStatements("var jobs = new JoinSet<int>();\n" + string.Concat(Enumerable.Repeat("jobs.Spawn(Do.Count);\n", spawns))).SingleReportAsync("JOIN001");

        Assert.Contains($" on {lines}, ", report.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(spawns, report.AdditionalLocations.Count);
    }

    [Fact]
    public async Task Report_names_a_line_once_when_it_has_two_spawns()
    {
        Diagnostic report = await Snippet.OfStatements("var jobs = new JoinSet<int>();\njobs.Spawn(Do.Count); jobs.Spawn(Do.Count);").SingleReportAsync("JOIN001");

        Assert.Contains(" on line 9, ", report.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_stands_at_the_declared_name_and_points_at_every_spawn()
    {
        const string Statements = "await using JoinSet<int> jobs = new();\nif (flag)\n    jobs\n        .Spawn(Do.Count);\njobs.Add(Do.Count(token));";
        Diagnostic report = await Snippet.OfStatements(Statements).SingleReportAsync("JOIN001");

        Assert.Equal((7, 25), At(report.Location));
        Assert.Equal("jobs", TextAt(report.Location));
        Assert.Equal([(9, 4), (11, 0)], report.AdditionalLocations.Select(At));
        Assert.All(report.AdditionalLocations, static place => Assert.Equal("jobs", TextAt(place)));
    }

    [Fact]
    public async Task Report_speaks_of_mapped_lines_when_the_code_was_made_from_another_file()
    {
        Diagnostic report = await Snippet.OfStatements("var jobs = new JoinSet<int>();\n#line 300\njobs.Spawn(Do.Count);").SingleReportAsync("JOIN001");

        Assert.Contains(" on line 300, ", report.GetMessage(null), StringComparison.Ordinal);
    }

    private static (int Line, int Column) At(Location place)
        => (place.GetLineSpan().StartLinePosition.Line, place.GetLineSpan().StartLinePosition.Character);

    private static string TextAt(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
}
