using System.Text.RegularExpressions;

namespace JoinSets.Package.Tests;

/// <summary>A file of samples/Pitfalls: bad code, the lines that are to be reported, and what it prints once it is put right.</summary>
internal sealed partial record Pitfall(string Id, string File, string Code)
{
    public static string Folder { get; } = Path.Combine(PackedPackage.RepositoryRoot, "samples", "Pitfalls");

    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Pitfall> All { get; } =
        [.. Directory.GetFiles(Folder, "JOIN*.cs").Order(StringComparer.Ordinal).Select(Read)];

    public static IEnumerable<Pitfall> WithFix => All.Where(pitfall => pitfall.HasFix);

    /// <summary>The rules that have a room: every one of them is to have its pitfall.</summary>
    public static IEnumerable<string> RulesOfTheRepository => RoomsOf("JoinSet.Analyzers").Order(StringComparer.Ordinal);

    /// <summary>"JOIN001_UndrainedSet".</summary>
    public string Room => Path.GetFileNameWithoutExtension(File);

    public bool HasFix => RoomsOf("JoinSet.CodeFixes").Contains(Room);

    public IEnumerable<string> PromisedLines => Promise().Matches(Code).Select(line => line.Groups["line"].Value);

    public IEnumerable<BuildMessage> Expected(string severity) => Code
        .Split('\n')
        .Index()
        .Where(line => line.Item.TrimEnd().EndsWith($"// {Id}", StringComparison.Ordinal))
        .Select(line => new BuildMessage(severity, Id, File, line.Index + 1));

    private static Pitfall Read(string path) => new(Path.GetFileName(path)[..7], Path.GetFileName(path), System.IO.File.ReadAllText(path));

    private static IEnumerable<string> RoomsOf(string project) =>
        Directory.GetDirectories(Path.Combine(PackedPackage.RepositoryRoot, "src", project, "Rules")).Select(Path.GetFileName)!;

    // "// Put right, it prints: 7"
    [GeneratedRegex(@"^// Put right, it prints: (?<line>.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
