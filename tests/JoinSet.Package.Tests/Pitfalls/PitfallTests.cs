namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class PitfallTests(PitfallBuilds builds) : IClassFixture<PitfallBuilds>
{
    // Hints, by the table of the rules: a build on the command line drops them unless they are raised.
    private static readonly string[] s_hints = ["JOIN005", "JOIN011", "JOIN012", "JOIN013", "JOIN016"];

    [Fact]
    public void Folder_EachRule_HasItsPitfall() =>
        Assert.Equal(Pitfall.RulesOfTheRepository, Pitfall.All.Select(pitfall => pitfall.Room));

    [Fact]
    public void Folder_EachPitfall_MarksALine() => Assert.All(Pitfall.All, pitfall => Assert.NotEmpty(pitfall.Expected("warning")));

    [Fact]
    public void Build_HintsRaised_WarnsOfEachMarkedLineAndOfNothingElse() =>
        Assert.Equal(Marked("warning"), InOrder(builds.Plain.Succeeded().Messages));

    [Fact]
    public void Build_WarningsAsErrors_FailsForEachMarkedLine()
    {
        Assert.NotEqual(0, builds.WarningsAsErrors.ExitCode);
        Assert.Equal(Marked("error"), InOrder(builds.WarningsAsErrors.Messages));
    }

    [Fact]
    public void Build_WithoutEditorConfig_LeavesOutTheHints() =>
        Assert.Equal(Marked("warning").Where(message => !s_hints.Contains(message.Id)), InOrder(builds.WithoutEditorConfig.Succeeded().Messages));

    [Fact]
    public void Build_AnalysisModeAll_ReportsTheSame() =>
        Assert.Equal(Marked("warning"), InOrder(builds.AnalysisModeAll.Succeeded().Messages.Where(IsOurs)));

    [Fact]
    public void Build_AnalysisModeAll_AsksTheRulesOfTheSdkToo() =>
        Assert.Contains(builds.AnalysisModeAll.Messages, message => message.Id.StartsWith("CA", StringComparison.Ordinal));

    [Fact]
    public void Build_AnalysisModeNone_ReportsTheSame() =>
        Assert.Equal(Marked("warning"), InOrder(builds.AnalysisModeNone.Succeeded().Messages));

    [Fact]
    public void Build_EnableJoinSetAnalyzersFalse_SaysNothing() => builds.SwitchedOff.SucceededInSilence();

    [Fact]
    public void Build_CompilerOlderThanRoslyn48_IsLeftAlone() => builds.OlderCompiler.SucceededInSilence();

    [Fact]
    public void Build_CompilerOfRoslyn48_IsGivenTheRules() =>
        Assert.Equal(Marked("warning"), InOrder(builds.OldestCompiler.Succeeded().Messages));

    private static bool IsOurs(BuildMessage message) => message.Id.StartsWith("JOIN", StringComparison.Ordinal);

    private static IEnumerable<BuildMessage> Marked(string severity) => Pitfall.All.SelectMany(pitfall => pitfall.Expected(severity));

    private static IEnumerable<BuildMessage> InOrder(IEnumerable<BuildMessage> messages) =>
        messages.OrderBy(message => message.File, StringComparer.Ordinal).ThenBy(message => message.Line);
}
