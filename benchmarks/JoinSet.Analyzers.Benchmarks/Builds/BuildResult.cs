namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>What was measured of one project.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Lines">Its size, without what was added.</param>
/// <param name="Methods">How many methods that use sets were added.</param>
/// <param name="Reports">The builds with each package, the compile without analyzers among them.</param>
internal sealed record BuildResult(string Project, int Lines, int Methods, IReadOnlyDictionary<AnalyzerPackage, List<AnalyzerReport>> Reports);
