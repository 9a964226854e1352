using System.Text.RegularExpressions;
using JoinSets.Analyzers.Tests.Verification;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>The C# on a rule's page.</summary>
internal sealed partial class RulePage(string id)
{
    /// <summary>As a new project has them, on the first line of the code, so that lines have the numbers that a reader counts.</summary>
    internal static readonly string ImplicitUsings = Snippet.Usings.TrimEnd() + " using System.IO; using System.Net.Http; ";

    private readonly string _text = Repository.Read($"docs/rules/{id}.md").ReplaceLineEndings("\n");

    internal static IEnumerable<string> Ids => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules"), "JOIN*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Order();

    internal IEnumerable<Snippet> Blocks => Fence().Matches(_text).Select(static block => new Snippet(ImplicitUsings + block.Groups["code"].Value));

    internal Snippet Reported => BlockUnder("Reported");

    internal Snippet Fixed => BlockUnder("Fixed");

    internal bool HasFix => _text.Contains("\n## Fixed\n", StringComparison.Ordinal);

    /// <summary>The report that the page quotes.</summary>
    internal bool Quotes(string report) => _text.Contains("\n> " + report + "\n", StringComparison.Ordinal);

    private Snippet BlockUnder(string heading)
    {
        int start = _text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Match block = start < 0 ? Match.Empty : Fence().Match(_text, start);
        return block.Success
            ? new Snippet(ImplicitUsings + block.Groups["code"].Value)
            : throw new InvalidDataException($"docs/rules/{id}.md has no C# under '## {heading}'.");
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
