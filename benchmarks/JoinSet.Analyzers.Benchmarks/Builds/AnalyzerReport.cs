using System.Globalization;
using System.Text.RegularExpressions;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>What a build says of its time, with <c>-p:ReportAnalyzer=true</c> and a summary of its tasks.</summary>
/// <param name="Clock">Seconds of the compiler, by the clock.</param>
/// <param name="Processor">Seconds of processor time that the compiler used, on all threads.</param>
/// <param name="Analyzers">Seconds in the analyzers of one package, summed over all threads.</param>
/// <param name="Reports">What was reported.</param>
internal sealed partial record AnalyzerReport(double Clock, double Processor, double Analyzers, IReadOnlySet<CodeReport> Reports)
{
    /// <param name="log">A detailed build log.</param>
    /// <param name="processor">What the compiler used.</param>
    /// <param name="rules">The rules whose rows count; analyzers that answer for none of them do not.</param>
    /// <exception cref="InvalidOperationException">The log does not say all that is asked.</exception>
    public static AnalyzerReport Read(string log, double processor, IReadOnlyCollection<string> rules)
    {
        (double Seconds, string[] Rules)[] rows = [.. AnalyzerRow().Matches(log)
            .Select(match => (SecondsIn(match.Groups[1].Value), match.Groups[2].Value.Split(", ")))
            .Where(row => row.Item2.Any(rules.Contains))];
        string[] silent = [.. rules.Except(rows.SelectMany(row => row.Rules))];
        if (silent.Length > 0)
        {
            throw new InvalidOperationException($"The compiler has no row for {string.Join(", ", silent)}.");
        }

        return CompileTime().Matches(log) is [var only] && processor > 0
            ? new AnalyzerReport(double.Parse(only.Groups[1].Value, CultureInfo.InvariantCulture) / 1_000, processor, rows.Sum(row => row.Seconds), CodeReport.In(log))
            : throw new InvalidOperationException("The build log does not have exactly one Csc task, or another compiler ran it.");
    }

    private static double SecondsIn(string cell) => cell[0] == '<' ? 0 : double.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\d+) ms\s+Csc\s+1 calls", RegexOptions.Multiline)]
    private static partial Regex CompileTime();

    [GeneratedRegex(@"^\s*(<?\d+\.\d+)\s+<?\d+\s+\S+ \(([A-Za-z]+\d*(?:, [A-Za-z]+\d*)*)\)\s*$", RegexOptions.Multiline)]
    private static partial Regex AnalyzerRow();
}
