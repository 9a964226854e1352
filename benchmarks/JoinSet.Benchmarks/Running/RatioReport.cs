using System.Globalization;
using System.Text;
using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Running;

/// <summary>The measurements as Markdown: one table of all ratios, one of those that must hold.</summary>
internal static class RatioReport
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>One workload in one line, for the console.</summary>
    public static string Line(Measurement measurement) =>
        string.Join("  ", Contestants(measurement).Select(name => string.Create(s_culture, $"{name} {measurement.Nanoseconds(name):F0} ns")));

    public static string Markdown(IReadOnlyList<Measurement> measurements) =>
        $"""
        {Ratios(measurements)}
        {MustHold(measurements)}
        """;

    private static string Ratios(IReadOnlyList<Measurement> measurements)
    {
        var others = ContestantTable.All.Select(contestant => contestant.Name).Where(name => name != Names.JoinSet).ToArray();
        var table = new StringBuilder();
        table.AppendLine(s_culture, $"| workload | tasks | JoinSet, ns | {string.Join(" | ", others)} |");
        table.AppendLine(s_culture, $"|---|--:|--:|{string.Concat(Enumerable.Repeat("--:|", others.Length))}");
        foreach (var measurement in measurements)
        {
            var cells = others.Select(name => measurement.Has(name) ? Ratio(measurement.Ratio(name).Median) : "–");
            table.AppendLine(s_culture, $"| {measurement.Workload.Id} | {measurement.Size:N0} | {measurement.Nanoseconds(Names.JoinSet):F0} | {string.Join(" | ", cells)} |");
        }

        return table.ToString();
    }

    private static string MustHold(IReadOnlyList<Measurement> measurements)
    {
        var table = new StringBuilder();
        table.AppendLine("| workload | against | measured (least – most) | must hold | |");
        table.AppendLine("|---|---|--:|--:|---|");
        foreach (var verdict in measurements.SelectMany(Verdict.Of))
        {
            table.AppendLine(s_culture, $"| {verdict.Workload} | {verdict.Against} | {Ratio(verdict.Measured.Median)} ({Ratio(verdict.Measured.Least)} – {Ratio(verdict.Measured.Most)}) | {verdict.Bound} | {(verdict.Holds ? "holds" : "**does not hold**")} |");
        }

        return table.ToString();
    }

    private static IEnumerable<string> Contestants(Measurement measurement) =>
        ContestantTable.All.Select(contestant => contestant.Name).Where(measurement.Has);

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.1 ? "F3" : "F2", s_culture);
}
