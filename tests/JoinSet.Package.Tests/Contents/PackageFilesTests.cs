using System.IO.Compression;
using System.Xml.Linq;

namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class PackageFilesTests(PackedPackage package)
{
    // What the zip format and NuGet's signing add for themselves.
    private static readonly string[] s_wrapping = ["_rels/", "package/", "[Content_Types].xml"];

    [Fact]
    public void Pack_Release_MakesOnePackageAndItsSymbols()
    {
        string[] files = [.. Directory.GetFiles(package.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

        Assert.Equal([$"JoinSet.{package.Version}.nupkg", $"JoinSet.{package.Version}.snupkg"], files);
    }

    [Fact]
    public void Package_Opened_HoldsTheRuntimeTheAnalyzersAndNothingElse()
    {
        using ZipArchive zip = package.Open();

        Assert.Equal(
            [
                "JoinSet.nuspec",
                "README.md",
                "analyzers/dotnet/roslyn4.8/cs/JoinSet.Analyzers.dll",
                "analyzers/dotnet/roslyn4.8/cs/JoinSet.CodeFixes.dll",
                "buildTransitive/JoinSet.targets",
                "icon.png",
                "lib/net10.0/JoinSet.dll",
                "lib/net10.0/JoinSet.xml",
                "lib/net8.0/JoinSet.dll",
                "lib/net8.0/JoinSet.xml",
            ],
            FilesOf(zip));
    }

    [Fact]
    public void SymbolsPackage_Opened_HoldsTheSymbolsOfBothFrameworks()
    {
        using ZipArchive zip = package.OpenSymbols();

        Assert.Equal(["JoinSet.nuspec", "lib/net10.0/JoinSet.pdb", "lib/net8.0/JoinSet.pdb"], FilesOf(zip));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void XmlDocs_EachFramework_DocumentTheSet(string framework)
    {
        using ZipArchive zip = package.Open();
        using Stream stream = zip.GetEntry($"lib/{framework}/JoinSet.xml")!.Open();

        XElement set = XDocument.Load(stream).Descendants("member").Single(member => (string?)member.Attribute("name") == "T:JoinSets.JoinSet`1");

        Assert.NotEmpty(set.Element("summary")!.Value.Trim());
    }

    [Fact]
    public void Readme_InThePackage_IsTheRepositorys()
    {
        using ZipArchive zip = package.Open();
        using var reader = new StreamReader(zip.GetEntry("README.md")!.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "README.md")), reader.ReadToEnd());
    }

    private static string[] FilesOf(ZipArchive zip) =>
    [
        .. zip.Entries.Select(entry => entry.FullName)
            .Where(name => !s_wrapping.Any(part => name.StartsWith(part, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
    ];
}
