using System.IO.Compression;

namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class ReadmeExampleTests(PackedPackage package, NewConsoleProgram program) : IClassFixture<NewConsoleProgram>
{
    [Fact]
    public void Build_WithTrimAndAotAnalysis_WarnsOfNothing() => program.Build.SucceededInSilence();

    [Fact]
    public void Run_OnNet10_PrintsWhatTheReadmeSays()
    {
        Assert.NotEmpty(Readme.PromisedLines);
        Assert.Equal(Readme.PromisedLines, program.Run.Succeeded().Lines);
    }

    [Fact]
    public void Build_OnNet10_TakesTheRuntimeBuiltForIt()
    {
        using ZipArchive zip = package.Open();

        Assert.Equal(zip.Bytes("lib/net10.0/JoinSet.dll"), program.InstalledRuntime);
    }
}
