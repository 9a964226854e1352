using System.Globalization;
using System.Text;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>The measured builds as a table for docs/performance.md, and whether our two bounds hold.</summary>
internal static class BuildTable
{
    /// <summary>Of the processor time of the compile without analyzers.</summary>
    private const double Bound = 0.01;

    public static string Markdown(IReadOnlyList<BuildResult> results, int rounds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The median of {rounds} build{(rounds == 1 ? "" : "s")} in that compiler, {BuildComparison.WarmUps} before not counted, the least and the most in brackets.\n\n");
        text.Append("| project | analyzers | rules | seconds in the rules | of the compile | the compile's processor seconds | by the clock |\n|---|---|--:|--:|--:|--:|--:|\n");
        foreach (BuildResult result in results)
        {
            var compile = ProcessorOf(result, AnalyzerPackage.None).Median;
            text.Append(CultureInfo.InvariantCulture, $"| {NameOf(result)} | none | | | | {Cell(ProcessorOf(result, AnalyzerPackage.None), "0.0")} | {Cell(ClockOf(result, AnalyzerPackage.None), "0.0")} |\n");
            foreach (AnalyzerPackage package in result.Reports.Keys.Where(package => package != AnalyzerPackage.None))
            {
                Spread inRules = InRules(result, package);
                text.Append(CultureInfo.InvariantCulture, $"| | {package} | {package.Rules.Count} | {Cell(inRules, "0.000")} | {inRules.Median / compile:0.00 %} | {Cell(ProcessorOf(result, package), "0.0")} | {Cell(ClockOf(result, package), "0.0")} |\n");
            }
        }

        text.Append("\n| | measured | must hold | |\n|---|--:|--:|---|\n");
        foreach (BuildResult result in results.Where(result => result.Reports.ContainsKey(AnalyzerPackage.Ours)))
        {
            AppendBounds(text, result);
        }

        return text.ToString();
    }

    private static void AppendBounds(StringBuilder text, BuildResult result)
    {
        var ours = InRules(result, AnalyzerPackage.Ours).Median;
        var share = ours / ProcessorOf(result, AnalyzerPackage.None).Median;
        text.Append(CultureInfo.InvariantCulture, $"| {NameOf(result)}: all our rules | {share:0.00 %} of the compile | &lt; {Bound:0 %} | {Verdict(share < Bound)} |\n");
        foreach (AnalyzerPackage package in result.Reports.Keys.Where(package => package != AnalyzerPackage.None && package != AnalyzerPackage.Ours))
        {
            var ratio = ours / InRules(result, package).Median;
            text.Append(CultureInfo.InvariantCulture, $"| … ÷ {package.Name} | {ratio:0.00} | &lt; 1 | {Verdict(ratio < 1)} |\n");
        }
    }

    private static string NameOf(BuildResult result)
        => string.Create(CultureInfo.InvariantCulture, $"{result.Project}, {result.Lines:#,0} lines, {(result.Methods == 0 ? "no set in them" : $"and {result.Methods} methods with sets and a sample for each rule")}");

    private static string Verdict(bool holds) => holds ? "holds" : "**does not hold**";

    private static string Cell(Spread spread, string format)
        => string.Create(CultureInfo.InvariantCulture, $"{spread.Median.ToString(format, CultureInfo.InvariantCulture)} ({spread.Least.ToString(format, CultureInfo.InvariantCulture)} – {spread.Most.ToString(format, CultureInfo.InvariantCulture)})");

    private static Spread InRules(BuildResult result, AnalyzerPackage package) => Spread.Of(result.Reports[package].Select(report => report.Analyzers));

    private static Spread ProcessorOf(BuildResult result, AnalyzerPackage package) => Spread.Of(result.Reports[package].Select(report => report.Processor));

    private static Spread ClockOf(BuildResult result, AnalyzerPackage package) => Spread.Of(result.Reports[package].Select(report => report.Clock));
}
