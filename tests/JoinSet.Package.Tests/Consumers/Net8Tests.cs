using System.IO.Compression;

namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class Net8Tests(PackedPackage package) : IDisposable
{
    // The .NET 8 runtime need not be installed: built for it, run by a later one.
    private const string Net8 = """
        <TargetFramework>net8.0</TargetFramework>
        <OutputType>Exe</OutputType>
        <UseAppHost>false</UseAppHost>
        <RollForward>Major</RollForward>
        """;

    private readonly ConsumerFolder _folder = new(package);

    [Fact]
    public async Task Build_OnNet8_CompilesWarnsAndRuns()
    {
        string undrained = Code.Undrained("Undrained");
        _folder.WriteProject("older", Net8, _folder.PackageReference);
        _folder.Write("older/Program.cs", Readme.FirstExample);
        _folder.Write("older/Undrained.cs", undrained);

        CommandResult build = await _folder.DotnetAsync("build", "older");
        Assert.Equal(Code.Expected("warning", "Undrained.cs", undrained), build.Succeeded().Messages);
        Assert.Equal(RuntimeForNet8(), File.ReadAllBytes(_folder["older/bin/Debug/net8.0/JoinSet.dll"]));

        CommandResult run = await _folder.DotnetAsync("run", "--project", "older", "--no-build");
        Assert.Equal(Readme.PromisedLines, run.Succeeded().Lines);
    }

    public void Dispose() => _folder.Dispose();

    private byte[] RuntimeForNet8()
    {
        using ZipArchive zip = package.Open();
        return zip.Bytes("lib/net8.0/JoinSet.dll");
    }
}
