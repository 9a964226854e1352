namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>A package of analyzers that takes part in the comparison, and those of its rules that ask questions like ours.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Version">The version that was asked for; null for our own, which is not restored.</param>
/// <param name="Rules">All other rules of the package are off, so that nobody pays for what is not compared.</param>
internal sealed record AnalyzerPackage(string Name, string? Version, IReadOnlyList<string> Rules)
{
    public static AnalyzerPackage Ours { get; } = new("JoinSet", null, [.. Enumerable.Range(1, 17).Select(number => $"JOIN{number:000}")]);

    public static IReadOnlyList<AnalyzerPackage> All { get; } =
    [
        Ours,
        new("Microsoft.CodeAnalysis.NetAnalyzers", "10.0.*", ["CA2000", "CA2012", "CA2016", "CA2025", "CA2213"]),
        new("Microsoft.VisualStudio.Threading.Analyzers", "17.*", ["VSTHRD002", "VSTHRD003", "VSTHRD100", "VSTHRD101", "VSTHRD103", "VSTHRD104", "VSTHRD107", "VSTHRD110", "VSTHRD114"]),
        new("Meziantou.Analyzer", "3.*", ["MA0004", "MA0022", "MA0032", "MA0040", "MA0042", "MA0045", "MA0079", "MA0080", "MA0100", "MA0129", "MA0134", "MA0147"]),
        new("Roslynator.Analyzers", "4.*", ["RCS1047", "RCS1090", "RCS1174", "RCS1210", "RCS1229", "RCS1261"]),
    ];

    /// <summary>What puts these rules on, and everything else off.</summary>
    public string GlobalConfig => string.Join('\n', (string[])["is_global = true", "global_level = 1000", "dotnet_analyzer_diagnostic.severity = none", .. Rules.Select(rule => $"dotnet_diagnostic.{rule}.severity = warning"), ""]);
}
