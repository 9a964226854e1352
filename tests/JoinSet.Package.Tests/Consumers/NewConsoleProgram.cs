namespace JoinSets.Package.Tests;

/// <summary>What the README tells a stranger to do: a new console project, the package added, the first example pasted in.</summary>
public sealed class NewConsoleProgram(PackedPackage package) : IAsyncLifetime, IDisposable
{
    // Every build says what trimming and NativeAOT would trip over, in the program and in the assemblies it refers to.
    private static readonly string[] s_trimAndAotAnalysis =
        ["-p:IsAotCompatible=true", "-p:VerifyReferenceAotCompatibility=true", "-p:VerifyReferenceTrimCompatibility=true"];

    private readonly ConsumerFolder _folder = new(package);

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult Run { get; private set; } = null!;

    internal byte[] InstalledRuntime => File.ReadAllBytes(_folder["greetings/bin/Debug/net10.0/JoinSet.dll"]);

    public async Task InitializeAsync()
    {
        (await _folder.DotnetAsync("new", "console", "-o", "greetings", "--framework", "net10.0", "--no-restore")).Succeeded();
        (await _folder.DotnetAsync("add", "greetings", "package", "JoinSet", "--version", package.Version)).Succeeded();
        _folder.Write("greetings/Program.cs", Readme.FirstExample);

        Build = (await _folder.DotnetAsync(["build", "greetings", .. s_trimAndAotAnalysis])).Succeeded();
        Run = await _folder.DotnetAsync("run", "--project", "greetings", "--no-build");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
