using JoinSets.Lightbulb.Tests.Editor;
using Microsoft.CodeAnalysis;

namespace JoinSets.Lightbulb.Tests;

public sealed class SquiggleTests
{
    // Hints, by the table of the rules: an editor shows them without being told to.
    private static readonly string[] s_hints = ["JOIN005", "JOIN011", "JOIN012", "JOIN013", "JOIN016"];

    public static TheoryData<string> Programs => [.. ProgramText.All.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Squiggles_BadCode_UnderlineTheMarkedLinesAndNothingElse(string name)
    {
        ProgramText program = ProgramText.All[name];
        using var project = new OpenProject(program.Text);

        IReadOnlyList<Squiggle> squiggles = await project.SquigglesAsync();

        Assert.Empty(await project.ErrorsAsync());
        Assert.NotEmpty(program.Marked);
        Assert.Equal(program.Marked, squiggles.Select(squiggle => (squiggle.Id, squiggle.Line)));
        Assert.All(squiggles, squiggle => Assert.Equal(s_hints.Contains(squiggle.Id) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, squiggle.Severity));
    }
}
