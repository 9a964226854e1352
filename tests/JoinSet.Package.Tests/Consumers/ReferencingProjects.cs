namespace JoinSets.Package.Tests;

/// <summary>Three projects in a row: "direct" installs the package, "indirect" references that project, and "distant" references that one.</summary>
public sealed class ReferencingProjects(PackedPackage package) : IAsyncLifetime, IDisposable
{
    private const string Library = "<TargetFramework>net10.0</TargetFramework>";

    private readonly ConsumerFolder _folder = new(package);

    internal CommandResult Build { get; private set; } = null!;

    /// <summary>Of "direct" alone: with an error there, the others would not be built.</summary>
    internal CommandResult StrictBuild { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        WriteProjects();
        WriteSilencedCode();

        Build = await _folder.DotnetAsync("build", "distant");
        StrictBuild = await _folder.DotnetAsync("build", "direct", "--no-restore", "--no-incremental", "-warnaserror");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private void WriteProjects()
    {
        _folder.WriteProject("direct", Library, _folder.PackageReference);
        _folder.WriteProject("indirect", Library, """<ProjectReference Include="../direct/direct.csproj" />""");
        _folder.WriteProject("distant", Library, """<ProjectReference Include="../indirect/indirect.csproj" />""");

        _folder.Write("direct/Direct.cs", Code.Undrained("Direct"));
        _folder.Write("indirect/Indirect.cs", Code.Undrained("Indirect"));
        _folder.Write("distant/Distant.cs", Code.Undrained("Distant"));
    }

    private void WriteSilencedCode()
    {
        _folder.Write("direct/Silenced.cs", Code.Undrained("Silenced"));
        _folder.Write("direct/.editorconfig", "[Silenced.cs]\ndotnet_diagnostic.JOIN001.severity = none\n");
        _folder.Write("direct/UnderPragma.cs", Code.UndrainedUnderPragma("UnderPragma"));
    }
}
