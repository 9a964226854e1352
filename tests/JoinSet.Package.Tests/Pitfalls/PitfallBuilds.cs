namespace JoinSets.Package.Tests;

/// <summary>The pitfalls with the package installed, built in each of the ways in which a project can say what it wants to hear.</summary>
public sealed class PitfallBuilds(PackedPackage package) : IAsyncLifetime, IDisposable
{
    private const string Name = "Pitfalls";

    private readonly PitfallProject _project = new(package);

    internal CommandResult Plain { get; private set; } = null!;

    internal CommandResult WarningsAsErrors { get; private set; } = null!;

    internal CommandResult AnalysisModeAll { get; private set; } = null!;

    internal CommandResult AnalysisModeNone { get; private set; } = null!;

    internal CommandResult SwitchedOff { get; private set; } = null!;

    /// <summary>As it is with the compiler of Visual Studio 17.7: NuGet's assets are chosen by this version.</summary>
    internal CommandResult OlderCompiler { get; private set; } = null!;

    internal CommandResult OldestCompiler { get; private set; } = null!;

    internal CommandResult WithoutEditorConfig { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _project.CopyAsync(Name);
        Plain = await _project.BuildAsync(Name);
        WarningsAsErrors = await _project.BuildAsync(Name, "-warnaserror");
        AnalysisModeAll = await _project.BuildAsync(Name, "-p:AnalysisMode=All");
        AnalysisModeNone = await _project.BuildAsync(Name, "-p:AnalysisMode=None");
        SwitchedOff = await _project.BuildAsync(Name, "-p:EnableJoinSetAnalyzers=false");
        OlderCompiler = await _project.BuildAsync(Name, "-p:CompilerApiVersion=roslyn4.7");
        OldestCompiler = await _project.BuildAsync(Name, "-p:CompilerApiVersion=roslyn4.8");
        _project.Write(Name, ".editorconfig", "root = true\n");
        WithoutEditorConfig = await _project.BuildAsync(Name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _project.Dispose();
}
