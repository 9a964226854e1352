using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class ReproducibleBuildTests(PackedPackage package)
{
    [Theory]
    [InlineData("lib/net8.0/JoinSet.dll")]
    [InlineData("lib/net10.0/JoinSet.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/JoinSet.Analyzers.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/JoinSet.CodeFixes.dll")]
    public void Assembly_Packed_IsDeterministic(string name)
    {
        using ZipArchive zip = package.Open();
        using PEReader assembly = zip.Assembly(name);

        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Symbols_EachFramework_BelongToItsAssembly(string framework)
    {
        using ZipArchive zip = package.Open();
        using ZipArchive symbolsZip = package.OpenSymbols();
        using PEReader assembly = zip.Assembly($"lib/{framework}/JoinSet.dll");
        using MetadataReaderProvider symbols = symbolsZip.Symbols($"lib/{framework}/JoinSet.pdb");

        DebugDirectoryEntry codeView = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);

        Assert.Equal(
            assembly.ReadCodeViewDebugDirectoryData(codeView).Guid,
            new Guid(symbols.GetMetadataReader().DebugMetadataHeader!.Id.AsSpan()[..16]));
    }

    [FactInGitClone]
    public void Symbols_BuiltForRelease_NameNoFolderOfTheBuildMachine()
    {
        using ZipArchive zip = package.OpenSymbols();
        using MetadataReaderProvider symbols = zip.Symbols("lib/net10.0/JoinSet.pdb");

        Assert.All(symbols.GetMetadataReader().SourceFiles(), file => Assert.StartsWith("/_", file, StringComparison.Ordinal));
    }

    [FactInGitClone]
    public void Symbols_RemoteOnGitHub_LinkToTheSources()
    {
        using ZipArchive zip = package.OpenSymbols();
        using MetadataReaderProvider symbols = zip.Symbols("lib/net10.0/JoinSet.pdb");

        Assert.Matches(
            @"""/_/\*"":""https://raw\.githubusercontent\.com/joinset/JoinSet/[0-9a-f]{40}/\*""",
            symbols.GetMetadataReader().SourceLink());
    }
}
