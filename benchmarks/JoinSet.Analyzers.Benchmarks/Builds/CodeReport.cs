using System.Text.RegularExpressions;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>A report of a rule, as the build log has it.</summary>
internal sealed partial record CodeReport(string File, int Line, string Rule)
{
    /// <param name="log">A build log. It says everything twice: once where it happens, and once at its end.</param>
    public static IReadOnlySet<CodeReport> In(string log) => Warning().Matches(log)
        .Select(match => new CodeReport(match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[3].Value))
        .ToHashSet();

    public override string ToString() => $"{File}({Line}): {Rule}";

    [GeneratedRegex(@"([^\\/\s]+\.cs)\((\d+),\d+\): warning ([A-Z]+\d+):")]
    private static partial Regex Warning();
}
