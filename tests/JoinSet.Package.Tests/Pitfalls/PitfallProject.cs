namespace JoinSets.Package.Tests;

/// <summary>Copies of samples/Pitfalls that install the package under test, side by side in one folder.</summary>
internal sealed class PitfallProject(PackedPackage package) : IDisposable
{
    private readonly ConsumerFolder _folder = new(package);

    public async Task CopyAsync(string name)
    {
        foreach (string path in Directory.GetFiles(Pitfall.Folder))
            _folder.Write($"{name}/{Path.GetFileName(path)}", File.ReadAllText(path));

        // In the place of the stop sign there: the version, and no feed but the one under test.
        _folder.Write($"{name}/Directory.Build.props", $"<Project><PropertyGroup><JoinSetVersion>[{package.Version}]</JoinSetVersion></PropertyGroup></Project>");
        (await DotnetAsync("restore", name)).Succeeded();
    }

    public Task<CommandResult> BuildAsync(string name, params string[] arguments) =>
        DotnetAsync(["build", name, "--no-restore", "--no-incremental", .. arguments]);

    public Task<CommandResult> DotnetAsync(params string[] arguments) => _folder.DotnetAsync(arguments);

    public void Write(string name, string file, string text) => _folder.Write($"{name}/{file}", text);

    public string Read(string name, Pitfall pitfall) => File.ReadAllText(_folder[$"{name}/{pitfall.File}"]);

    public void Dispose() => _folder.Dispose();
}
