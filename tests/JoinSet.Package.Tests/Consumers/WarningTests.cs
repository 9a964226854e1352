namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class WarningTests(ReferencingProjects projects) : IClassFixture<ReferencingProjects>
{
    // An analyzer that could not be created (CS8032), needs a newer compiler (CS9057), misses an assembly (CS8034), or threw (AD0001).
    private static readonly string[] s_analyzerFailures = ["CS8032", "CS8034", "CS9057", "AD0001"];

    [Theory]
    [InlineData("Direct")]
    [InlineData("Indirect")]
    [InlineData("Distant")]
    public void Build_UndrainedSet_IsWarnedOfInEveryProject(string type)
    {
        string file = $"{type}.cs";

        Assert.Equal(Code.Expected("warning", file, Code.Undrained(type)), projects.Build.Succeeded().Messages.Where(message => message.File == file));
    }

    [Fact]
    public void Build_SilencedInEditorConfig_WarnsNot() =>
        Assert.DoesNotContain(projects.Build.Messages, message => message.File == "Silenced.cs");

    [Fact]
    public void Build_SilencedByPragma_WarnsNot() =>
        Assert.DoesNotContain(projects.Build.Messages, message => message.File == "UnderPragma.cs");

    [Fact]
    public void Build_WithTheAnalyzers_LoadsThem() =>
        Assert.DoesNotContain(projects.Build.Messages, message => s_analyzerFailures.Contains(message.Id));

    [Fact]
    public void Build_WithTheAnalyzers_SaysNothingElse() =>
        Assert.All(projects.Build.Messages, message => Assert.Equal("JOIN001", message.Id));

    [Fact]
    public void Build_WarningsAsErrors_Fails()
    {
        Assert.NotEqual(0, projects.StrictBuild.ExitCode);
        Assert.Equal(Code.Expected("error", "Direct.cs", Code.Undrained("Direct")), projects.StrictBuild.Messages);
    }
}
