namespace JoinSets.Package.Tests;

/// <summary>
/// A project whose files each speak of the same fault, and each say otherwise what they want to hear of it; and three in a row,
/// of which the first and the last want to hear nothing.
/// </summary>
public sealed class SilencingProjects(PackedPackage package) : IAsyncLifetime, IDisposable
{
    private const string Library = "<TargetFramework>net10.0</TargetFramework>";
    private const string SwitchedOff = Library + "<EnableJoinSetAnalyzers>false</EnableJoinSetAnalyzers>";

    private readonly ConsumerFolder _folder = new(package);

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult SwitchedOffBuild { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        WriteSilenced();
        WriteSwitchedOff();
        Build = await _folder.DotnetAsync("build", "silenced");
        SwitchedOffBuild = await _folder.DotnetAsync("build", "switchedoffbehind");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private void WriteSilenced()
    {
        _folder.WriteProject("silenced", Library, _folder.PackageReference);
        foreach (string type in (string[])["SuppressedAssembly", "SetToNone", "SetToSilent", "SetToSuggestion", "SetToWarning", "SetToError", "CategorySetToError"])
            _folder.Write($"silenced/{type}.cs", Code.Undrained(type));
        _folder.Write("silenced/UnderPragma.cs", Code.UndrainedUnderPragma("UnderPragma"));
        _folder.Write("silenced/SuppressedMember.cs", Code.UndrainedUnderSuppressMessage("SuppressedMember"));
        _folder.Write("silenced/GlobalSuppressions.cs", Code.SuppressMessageFor("SuppressedAssembly"));
        _folder.Write("silenced/.editorconfig", """
            [SetToNone.cs]
            dotnet_diagnostic.JOIN001.severity = none
            [SetToSilent.cs]
            dotnet_diagnostic.JOIN001.severity = silent
            [SetToSuggestion.cs]
            dotnet_diagnostic.JOIN001.severity = suggestion
            [SetToWarning.cs]
            dotnet_diagnostic.JOIN001.severity = warning
            [SetToError.cs]
            dotnet_diagnostic.JOIN001.severity = error
            [CategorySetToError.cs]
            dotnet_analyzer_diagnostic.category-JoinSet.severity = error
            """);
    }

    private void WriteSwitchedOff()
    {
        _folder.WriteProject("switchedoff", SwitchedOff, _folder.PackageReference);
        _folder.WriteProject("switchedon", Library, """<ProjectReference Include="../switchedoff/switchedoff.csproj" />""");
        _folder.WriteProject("switchedoffbehind", SwitchedOff, """<ProjectReference Include="../switchedon/switchedon.csproj" />""");

        _folder.Write("switchedoff/SwitchedOff.cs", Code.Undrained("SwitchedOff"));
        _folder.Write("switchedon/SwitchedOn.cs", Code.Undrained("SwitchedOn"));
        _folder.Write("switchedoffbehind/SwitchedOffBehind.cs", Code.Undrained("SwitchedOffBehind"));
    }
}
