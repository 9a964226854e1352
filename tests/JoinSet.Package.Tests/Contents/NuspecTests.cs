using System.IO.Compression;
using System.Xml.Linq;

namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class NuspecTests(PackedPackage package)
{
    private const string Repository = "https://github.com/joinset/JoinSet";

    [Fact]
    public void Dependencies_EachFramework_AreNone()
    {
        XElement dependencies = Metadata().Elements().Single(element => element.Name.LocalName == "dependencies");

        Assert.Equal(["net10.0", "net8.0"], dependencies.Elements().Select(group => (string)group.Attribute("targetFramework")!).Order(StringComparer.Ordinal));
        Assert.All(dependencies.Elements(), group => Assert.Empty(group.Elements()));
    }

    [Fact]
    public void Kind_OrdinaryPackage_IsNoDevelopmentDependency()
    {
        // A development dependency stays with the project that installs it, and so would its warnings.
        Assert.Null(Value("developmentDependency"));
        Assert.Null(Value("packageTypes"));
    }

    [Theory]
    [InlineData("id", "JoinSet")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    [InlineData("icon", "icon.png")]
    [InlineData("projectUrl", Repository)]
    public void Metadata_Published_Says(string name, string value) => Assert.Equal(value, Value(name));

    [Fact]
    public void License_Published_IsAnExpression() => Assert.Equal("expression", (string?)Element("license")!.Attribute("type"));

    [Fact]
    public void Repository_Published_IsTheOneOnGitHub()
    {
        XElement repository = Element("repository")!;

        Assert.Equal("git", (string?)repository.Attribute("type"));
        Assert.Equal(Repository, (string?)repository.Attribute("url"));
    }

    [FactInGitClone]
    public void Repository_BuiltFromAClone_NamesTheCommit() =>
        Assert.Matches("^[0-9a-f]{40}$", (string?)Element("repository")!.Attribute("commit"));

    private string? Value(string name) => Element(name)?.Value;

    private XElement? Element(string name) => Metadata().Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private XElement Metadata()
    {
        using ZipArchive zip = package.Open();
        using Stream nuspec = zip.GetEntry("JoinSet.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }
}
