namespace JoinSets.Package.Tests;

/// <summary>
/// The pitfalls after <c>dotnet format analyzers</c> was run for each fixable id, one id after the other. They are dealt out to two
/// copies of the project, which go side by side; what the second put right is then taken over into the first, and built and run there.
/// </summary>
public sealed class PutRightPitfalls(PackedPackage package) : IAsyncLifetime, IDisposable
{
    private static readonly string[] s_copies = ["first", "second"];

    private readonly PitfallProject _project = new(package);
    private readonly Dictionary<string, string[]> _changed = [];

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult Run { get; private set; } = null!;

    /// <summary>The files that the fixes of one rule changed.</summary>
    internal IEnumerable<string> ChangedBy(string id) => _changed[id];

    public async Task InitializeAsync()
    {
        foreach (string copy in s_copies)
            await _project.CopyAsync(copy);

        (string Id, string[] Files)[][] changes = await Task.WhenAll(s_copies.Index().Select(copy => PutRightAsync(copy.Item, copy.Index)));
        foreach ((string id, string[] files) in changes.SelectMany(change => change))
            _changed.Add(id, files);

        foreach (Pitfall pitfall in DealtTo(1))
            _project.Write(s_copies[0], pitfall.File, _project.Read(s_copies[1], pitfall));
        Build = await _project.BuildAsync(s_copies[0]);
        Run = await _project.DotnetAsync(["run", "--project", s_copies[0], "--no-build", "--", .. Pitfall.WithFix.Select(pitfall => pitfall.Id)]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _project.Dispose();

    private static IEnumerable<Pitfall> DealtTo(int copy) =>
        Pitfall.WithFix.Index().Where(pitfall => pitfall.Index % s_copies.Length == copy).Select(pitfall => pitfall.Item);

    private async Task<(string Id, string[] Files)[]> PutRightAsync(string name, int copy)
    {
        var changes = new List<(string Id, string[] Files)>();
        foreach (Pitfall pitfall in DealtTo(copy))
        {
            Dictionary<string, string> before = Texts(name);
            (await _project.DotnetAsync("format", "analyzers", name, "--no-restore", "--diagnostics", pitfall.Id, "--severity", "info")).Succeeded();
            changes.Add((pitfall.Id, [.. Texts(name).Where(text => before[text.Key] != text.Value).Select(text => text.Key)]));
        }

        return [.. changes];
    }

    private Dictionary<string, string> Texts(string name) => Pitfall.All.ToDictionary(pitfall => pitfall.File, pitfall => _project.Read(name, pitfall));
}
