using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JoinSets.Package.Tests;

/// <summary>The promise of the folder's name: a compiler older than what an analyzer was built against does not load it (CS9057).</summary>
[Collection(OnePackage.Name)]
public sealed class AnalyzerHostTests(PackedPackage package)
{
    [Theory]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/JoinSet.Analyzers.dll")]
    [InlineData("analyzers/dotnet/roslyn4.8/cs/JoinSet.CodeFixes.dll")]
    public void Analyzer_Packed_AsksForRoslyn48(string name)
    {
        (string Name, Version Version)[] compiler = [.. References(name).Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))];

        Assert.NotEmpty(compiler);
        Assert.All(compiler, reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
    }

    [Fact]
    public void Analyzers_Packed_WorkWithoutWorkspaces() =>
        Assert.DoesNotContain(References("analyzers/dotnet/roslyn4.8/cs/JoinSet.Analyzers.dll"), reference => reference.Name.Contains("Workspaces", StringComparison.Ordinal));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Runtime_Packed_KnowsNothingOfRoslyn(string framework) =>
        Assert.All(References($"lib/{framework}/JoinSet.dll"), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    private (string Name, Version Version)[] References(string assembly)
    {
        using ZipArchive zip = package.Open();
        using PEReader file = zip.Assembly(assembly);
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(row => (metadata.GetString(row.Name), row.Version))];
    }
}
