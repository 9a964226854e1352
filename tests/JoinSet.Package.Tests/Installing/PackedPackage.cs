using System.IO.Compression;
using System.Reflection;

namespace JoinSets.Package.Tests;

/// <summary>
/// The package, packed once for all tests into a feed of its own, as for a release: a CI build whose git remote is the published
/// repository. No two runs have the same version, so no cache can hand out an older package.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime, IDisposable
{
    private const string PublishedRemote = "[remote \"published\"]\n\turl = https://github.com/joinset/JoinSet.git\n";

    private readonly TemporaryFolder _folder = new();

    internal static string RepositoryRoot { get; } =
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(row => row.Key == "RepositoryRoot").Value!;

    internal string Feed => _folder["feed"];

    internal string Version { get; private set; } = "";

    /// <summary>The feeds of this machine, by name: what the package does not bring comes from them.</summary>
    internal IReadOnlyList<string> OtherSources { get; private set; } = [];

    public async Task InitializeAsync()
    {
        OtherSources = await NuGetSources.EnabledIn(_folder.Path);
        await PackAsync();
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "*.nupkg").Single())["JoinSet.".Length..];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Feed, $"JoinSet.{Version}.nupkg"));

    internal ZipArchive OpenSymbols() => ZipFile.OpenRead(Path.Combine(Feed, $"JoinSet.{Version}.snupkg"));

    // Built aside: other tests may be running what lies in the bin folders. But inside the repository, as only paths in it are mapped.
    private async Task PackAsync()
    {
        _folder.Write("git-config/git/config", PublishedRemote);
        string[] pack =
        [
            "pack", "src/JoinSet", "-c", "Release", "-o", Feed, "--artifacts-path", "artifacts/package-tests",
            "--version-suffix", $"test-{Guid.NewGuid():N}", "-p:ContinuousIntegrationBuild=true",

            // A CI build reads the clone's own git configuration alone; this one is to see the remote written above, too.
            "-p:GitRepositoryRemoteName=published", "-p:GitRepositoryConfigurationScope=",
        ];
        CommandResult packed = await DotnetCommand.RunAsync(RepositoryRoot, pack, ("XDG_CONFIG_HOME", _folder["git-config"]));
        packed.SucceededInSilence();
    }
}
