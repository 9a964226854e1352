namespace JoinSets.Lightbulb.Tests.Editor;

/// <summary>A program to open: a pitfall of the samples, or one of ours that shows what no pitfall does. Lines to be underlined end in an id.</summary>
internal sealed record ProgramText(string Name, string Text)
{
    /// <summary>By name.</summary>
    internal static IReadOnlyDictionary<string, ProgramText> All { get; } = FilesIn("samples/Pitfalls")
        .Concat(FilesIn("tests/JoinSet.Lightbulb.Tests/Programs"))
        .Select(static path => new ProgramText(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        .ToDictionary(static program => program.Name);

    internal string Id => Name[..7];

    internal IEnumerable<(string Id, int Line)> Marked => Text
        .Split('\n')
        .Index()
        .Where(line => line.Item.TrimEnd().EndsWith($"// {Id}", StringComparison.Ordinal))
        .Select(line => (Id, line.Index + 1));

    private static IEnumerable<string> FilesIn(string folder) => Directory.GetFiles(Path.Combine(Places.Repository, folder), "JOIN*.cs").Order(StringComparer.Ordinal);
}
