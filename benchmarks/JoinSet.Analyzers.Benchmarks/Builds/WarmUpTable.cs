using System.Globalization;
using System.Text;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>What the added code alone costs in a compiler that was just started, and later: what a build server pays that starts one for each build.</summary>
internal static class WarmUpTable
{
    private const int Last = 5;

    public static string Markdown(IReadOnlyDictionary<AnalyzerPackage, List<AnalyzerReport>> reports)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The added code alone, {BuildComparison.ServerWarmUps} times in a compiler that was just started.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| analyzers | rules | seconds in the rules, first build | third build | last {Last} builds | the compile's processor seconds, first build | last {Last} builds |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach ((AnalyzerPackage package, List<AnalyzerReport> builds) in reports)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {package} | {package.Rules.Count} | {builds[0].Analyzers:0.000} | {builds[2].Analyzers:0.000} | {LastOf(builds, static build => build.Analyzers):0.000} | {builds[0].Processor:0.0} | {LastOf(builds, static build => build.Processor):0.0} |\n");
        }

        return text.ToString();
    }

    private static double LastOf(List<AnalyzerReport> builds, Func<AnalyzerReport, double> figure) => Spread.Of(builds.TakeLast(Last).Select(figure)).Median;
}
