namespace JoinSets.Package.Tests;

/// <summary>Each way to say of one rule, one file or one project: not here, or more loudly.</summary>
[Collection(OnePackage.Name)]
public sealed class SilencingTests(SilencingProjects projects) : IClassFixture<SilencingProjects>
{
    [Theory]
    [InlineData("UnderPragma.cs")]
    [InlineData("SuppressedMember.cs")]
    [InlineData("SuppressedAssembly.cs")]
    [InlineData("SetToNone.cs")]
    [InlineData("SetToSilent.cs")]
    [InlineData("SetToSuggestion.cs")]
    public void Build_Silenced_SaysNothingOfTheFile(string file) =>
        Assert.DoesNotContain(projects.Build.Messages, message => message.File == file);

    [Theory]
    [InlineData("SetToWarning.cs", "warning")]
    [InlineData("SetToError.cs", "error")]
    [InlineData("CategorySetToError.cs", "error")]
    public void Build_SeverityInEditorConfig_IsTheSeverityOfTheFile(string file, string severity) =>
        Assert.Equal(Code.Expected(severity, file, Code.Undrained("Any")), projects.Build.Messages.Where(message => message.File == file));

    [Fact]
    public void Build_OneErrorAmongThem_Fails() => Assert.NotEqual(0, projects.Build.ExitCode);

    [Fact]
    public void Build_SwitchedOffInTheProject_IsSilent() =>
        Assert.DoesNotContain(projects.SwitchedOffBuild.Succeeded().Messages, message => message.File == "SwitchedOff.cs");

    [Fact]
    public void Build_SwitchedOffInAProjectThatGetsThePackageByAnother_IsSilent() =>
        Assert.DoesNotContain(projects.SwitchedOffBuild.Messages, message => message.File == "SwitchedOffBehind.cs");

    [Fact]
    public void Build_NotSwitchedOffBehindASwitchedOffProject_Warns()
    {
        IEnumerable<BuildMessage> expected = Code.Expected("warning", "SwitchedOn.cs", Code.Undrained("SwitchedOn"));

        Assert.Equal(expected, projects.SwitchedOffBuild.Messages);
    }
}
