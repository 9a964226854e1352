namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>Our rules beside comparable ones of well-known packages, in real builds of projects that somebody has fetched and built before.</summary>
/// <param name="rounds">How often each build is measured.</param>
/// <param name="only">What the names of the packages contain that take part.</param>
/// <param name="progress">Told what is being built.</param>
internal sealed class BuildComparison(int rounds, string only, TextWriter progress)
{
    /// <summary>Builds of each project that are not measured.</summary>
    internal const int WarmUps = 1;

    /// <summary>
    /// Builds of the added code alone, with each package, before anything is measured: so long the runtime compiles the compiler and the
    /// analyzers while they run, first badly, then so that it learns what they do, and then well.
    /// </summary>
    internal const int ServerWarmUps = 20;

    /// <summary>Methods that use sets, added to the build, beside one sample for each rule.</summary>
    private const int Methods = 100;

    public async Task<string> RunAsync(IReadOnlyList<string> projects)
    {
        var folder = Directory.CreateTempSubdirectory("compared-builds-").FullName;
        try
        {
            using CompilerServer server = await CompilerServer.StartAsync(projects[0]);
            var files = new Dictionary<AnalyzerPackage, IReadOnlyList<string>> { [AnalyzerPackage.None] = [] };
            foreach (AnalyzerPackage package in AnalyzerPackage.All.Where(package => package.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                files[package] = await AnalyzerFiles.OfAsync(package, folder);
            }

            AddedCode code = await AddedCode.WriteAsync(Methods, folder);
            var alone = new ComparedBuild(await EmptyProject.WriteAsync(folder), folder, server);
            var warmUp = WarmUpTable.Markdown(await BuildAsync(alone, files, code, ServerWarmUps, "warming the compiler up"));
            var results = new List<BuildResult>();
            foreach (var project in projects.Select(Path.GetFullPath))
            {
                var build = new ComparedBuild(project, folder, server);
                var lines = await build.LinesAsync();
                foreach (AddedCode added in (AddedCode[])[AddedCode.Nothing, code])
                {
                    await BuildAsync(build, files, added, WarmUps, $"{build.Name}, warm-up");
                    results.Add(new BuildResult(build.Name, lines, added.Methods, await BuildAsync(build, files, added, rounds, build.Name)));
                }
            }

            return $"{warmUp}\n{BuildTable.Markdown(results, rounds)}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Round by round, so that what slows the machine slows all.
    private async Task<IReadOnlyDictionary<AnalyzerPackage, List<AnalyzerReport>>> BuildAsync(
        ComparedBuild build, Dictionary<AnalyzerPackage, IReadOnlyList<string>> files, AddedCode added, int times, string what)
    {
        var reports = files.Keys.ToDictionary(package => package, _ => new List<AnalyzerReport>());
        for (var round = 1; round <= times; round++)
        {
            foreach ((AnalyzerPackage package, IReadOnlyList<string> analyzers) in files)
            {
                AnalyzerReport report = await build.RunAsync(package, analyzers, added);
                await progress.WriteLineAsync($"{what}, {round} of {times}, {added.Methods} methods added, {package}: {report.Analyzers:0.000} s of {report.Processor:0.0} s");
                await CheckAsync(package, report, added);
                reports[package].Add(report);
            }
        }

        return reports;
    }

    /// <summary>Rules that report nothing may be fast because they do nothing: each sample must be reported, on its line and nowhere else.</summary>
    private static async Task CheckAsync(AnalyzerPackage package, AnalyzerReport report, AddedCode added)
    {
        if (package != AnalyzerPackage.Ours)
        {
            return;
        }

        IReadOnlySet<CodeReport> marks = await added.MarksAsync();
        var marked = marks.Select(mark => mark.File).ToHashSet();
        CodeReport[] wrong = [.. marks.Except(report.Reports), .. report.Reports.Where(made => marked.Contains(made.File) && package.Rules.Contains(made.Rule)).Except(marks)];
        string[] untried = added.Methods == 0 ? [] : [.. package.Rules.Except(marks.Select(mark => mark.Rule))];
        if (wrong.Length > 0 || untried.Length > 0)
        {
            throw new InvalidOperationException($"Not reported, or reported without a mark: {string.Join(", ", wrong.AsEnumerable())}; without a sample: {string.Join(", ", untried)}.");
        }
    }
}
