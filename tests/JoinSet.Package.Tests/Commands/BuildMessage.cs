using System.Globalization;
using System.Text.RegularExpressions;

namespace JoinSets.Package.Tests;

/// <summary>A warning or an error of a build log. Line 0: it is about no line of a file.</summary>
internal sealed partial record BuildMessage(string Severity, string Id, string File, int Line)
{
    public static IReadOnlyList<BuildMessage> AllIn(string log) =>
        [.. Pattern().Matches(log).Select(Read).Distinct()];

    private static BuildMessage Read(Match match) => new(
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        Path.GetFileName(match.Groups["file"].Value),
        match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0);

    // "/folder/File.cs(3,5): warning JOIN001: …" and "/folder/Some.csproj : error NU1101: …"
    [GeneratedRegex(@"^\s*(?<file>[^\r\n]*?)(\((?<line>\d+)[\d,-]*\))?\s*: (?<severity>warning|error) (?<id>[A-Za-z]+\d+)?\s*:", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
