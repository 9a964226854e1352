using System.Globalization;
using System.Text;
using JoinSets.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>Our rules beside comparable ones of well-known packages, in real builds of projects that somebody has fetched and built before.</summary>
internal static class BuildComparison
{
    /// <summary>Methods that use sets, added to the build.</summary>
    private const int Uses = 100;

    public static async Task<string> RunAsync(IReadOnlyList<string> projects, int rounds, TextWriter progress)
    {
        var folder = Directory.CreateTempSubdirectory("compared-builds-").FullName;
        try
        {
            var files = new Dictionary<AnalyzerPackage, IReadOnlyList<string>>();
            foreach (AnalyzerPackage package in AnalyzerPackage.All)
            {
                files[package] = await AnalyzerFiles.OfAsync(package, folder);
            }

            var text = new StringBuilder("Seconds, the median of ").Append(rounds).Append(" builds after one that is not counted.\n\n| project | analyzers | seconds in them | of the compile |\n|---|---|--:|--:|\n");
            foreach (var project in projects)
            {
                foreach (var uses in (int[])[0, Uses])
                {
                    await CompareAsync(new ComparedBuild(Path.GetFullPath(project), folder), files, $"{Path.GetFileNameWithoutExtension(project)}, {uses} methods with sets added", uses, rounds, text, progress);
                }
            }

            return text.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(ComparedBuild build, Dictionary<AnalyzerPackage, IReadOnlyList<string>> files, string name, int uses, int rounds, StringBuilder text, TextWriter progress)
    {
        await progress.WriteLineAsync($"{name}: no analyzers");
        AnalyzerReport[] plain = await RoundsAsync(rounds, () => build.RunAsync(package: null, [], uses));
        var compile = Spread.Of([.. plain.Select(report => report.Compile)]).Median;
        text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | none | the compile takes {compile:0.0} | |");
        foreach ((AnalyzerPackage package, IReadOnlyList<string> analyzers) in files)
        {
            await progress.WriteLineAsync($"{name}: {package.Name}");
            AnalyzerReport[] reports = await RoundsAsync(rounds, () => build.RunAsync(package, analyzers, uses));
            var seconds = Spread.Of([.. reports.Select(report => report.Analyzers)]).Median;
            text.AppendLine(CultureInfo.InvariantCulture, $"| | {package.Name}, {package.Rules.Count} rules | {seconds:0.000} | {seconds / compile:0.0 %} |");
        }
    }

    // The compiler's server is warm after the first.
    private static async Task<AnalyzerReport[]> RoundsAsync(int rounds, Func<Task<AnalyzerReport>> build)
    {
        await build();
        var reports = new AnalyzerReport[rounds];
        for (var round = 0; round < rounds; round++)
        {
            reports[round] = await build();
        }

        return reports;
    }
}
