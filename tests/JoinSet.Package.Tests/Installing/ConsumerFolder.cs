namespace JoinSets.Package.Tests;

/// <summary>
/// A folder as a stranger has it: outside the repository, with a package cache of its own. JoinSet comes from the packed file and
/// from nowhere else, everything else from the usual sources.
/// </summary>
internal sealed class ConsumerFolder : IDisposable
{
    private const string Nothing = "<Project />\n";

    private readonly PackedPackage _package;
    private readonly TemporaryFolder _folder = new();

    public ConsumerFolder(PackedPackage package)
    {
        _package = package;
        _folder.Write("nuget.config", NuGetConfig(package));

        // A stop sign for each file that a build looks for in the folders above.
        _folder.Write("Directory.Build.props", Nothing);
        _folder.Write("Directory.Build.targets", Nothing);
        _folder.Write("Directory.Packages.props", Nothing);
        _folder.Write(".editorconfig", "root = true\n");
    }

    public string this[string name] => _folder[name];

    public string PackageReference => $"""<PackageReference Include="JoinSet" Version="[{_package.Version}]" />""";

    public void Write(string name, string text) => _folder.Write(name, text);

    public void WriteProject(string name, string properties, string references) => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {references}
          </ItemGroup>
        </Project>
        """);

    public Task<CommandResult> DotnetAsync(params string[] arguments) => DotnetCommand.RunAsync(_folder.Path, arguments);

    public void Dispose() => _folder.Dispose();

    private static string NuGetConfig(PackedPackage package) => $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
          </config>
          <packageSources>
            <add key="under-test" value="{package.Feed}" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="under-test"><package pattern="JoinSet" /></packageSource>
            {string.Concat(package.OtherSources.Select(name => $"""<packageSource key="{name}"><package pattern="*" /></packageSource>"""))}
          </packageSourceMapping>
        </configuration>
        """;
}
