using JoinSets.Analyzers.Tests.Verification;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>The five places of a rule, by its id and its stem.</summary>
internal sealed record RuleRoom(string Id, string Stem, string Severity)
{
    private string Folder => $"Rules/{Id}_{Stem}";

    private string Page => $"docs/rules/{Id}.md";

    /// <summary>One sentence for each place that is missing or has another name.</summary>
    internal IEnumerable<string> Faults()
    {
        (string Path, string Purpose)[] files =
        [
            ($"src/JoinSet.Analyzers/{Folder}/{Stem}Analyzer.cs", "its analyzer"),
            ($"tests/JoinSet.Analyzers.Tests/{Folder}/{Stem}AnalyzerTests.cs", "the tests of its analyzer"),
            (Page, "its page"),
        ];
        foreach ((string path, string purpose) in files.Where(static file => !Repository.Has(file.Path)))
        {
            yield return $"{Id} lacks {purpose}: write {path}.";
        }

        if (!HasFix() && !PageSays("## Why there is no fix"))
        {
            yield return $"{Id} lacks its fix: write src/JoinSet.CodeFixes/{Folder}/{Stem}Fix.cs, or say on its page, under 'Why there is no fix', why no edit is right.";
        }

        if (!HasReleaseRow())
        {
            yield return $"{Id} lacks its release row: add '{Id} | JoinSet | {Severity}' to AnalyzerReleases.Unshipped.md.";
        }

        if (Repository.Has(Page) && !Repository.Read(Page).StartsWith($"# {Id} {Stem}\n", StringComparison.Ordinal))
        {
            yield return $"{Page} has another name: its first line must be '# {Id} {Stem}'.";
        }

        if (Repository.Has(Page) && !PageSays($"dotnet_diagnostic.{Id}.severity = "))
        {
            yield return $"{Page} lacks the .editorconfig line that sets the severity of {Id}.";
        }
    }

    private bool HasFix() => Repository.Has($"src/JoinSet.CodeFixes/{Folder}/{Stem}Fix.cs")
        && AllFixes.List.Any(fix => fix.GetType().Name == Stem + "Fix" && fix.FixableDiagnosticIds.Contains(Id));

    private bool PageSays(string text) => Repository.Has(Page) && Repository.Read(Page).Contains(text, StringComparison.Ordinal);

    private bool HasReleaseRow() => (Releases("Shipped") + Releases("Unshipped"))
        .Split('\n')
        .Select(static row => row.Split('|', StringSplitOptions.TrimEntries))
        .Any(row => row.Length >= 3 && row[0] == Id && row[1] == RuleDescriptor.Category && row[2] == Severity);

    private static string Releases(string part) => Repository.Read($"src/JoinSet.Analyzers/AnalyzerReleases.{part}.md");
}
