using System.Globalization;
using System.Text.RegularExpressions;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>What a build says of its time, with <c>-p:ReportAnalyzer=true</c> and a summary of its tasks.</summary>
/// <param name="Compile">Seconds of the compiler, by the clock.</param>
/// <param name="Analyzers">Seconds in the analyzers of one package, summed over all threads.</param>
internal sealed partial record AnalyzerReport(double Compile, double Analyzers)
{
    /// <param name="log">A detailed build log.</param>
    /// <param name="rules">The rules whose rows count; analyzers that answer for none of them do not.</param>
    public static AnalyzerReport Read(string log, IReadOnlyCollection<string> rules)
    {
        var compile = CompileTime().Matches(log).Sum(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) / 1_000;
        var analyzers = AnalyzerRow().Matches(log)
            .Where(match => match.Groups[2].Value.Split(", ").Any(rules.Contains))
            .Sum(match => match.Groups[1].Value is "<0.001" ? 0 : double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return compile > 0 ? new AnalyzerReport(compile, analyzers) : throw new InvalidOperationException("The build log has no time of the Csc task.");
    }

    [GeneratedRegex(@"^\s*(\d+) ms\s+Csc\s", RegexOptions.Multiline)]
    private static partial Regex CompileTime();

    [GeneratedRegex(@"^\s*(<?\d+\.\d+)\s+<?\d+\s+\S+ \(([A-Z]+\d+(?:, [A-Z]+\d+)*)\)\s*$", RegexOptions.Multiline)]
    private static partial Regex AnalyzerRow();
}
