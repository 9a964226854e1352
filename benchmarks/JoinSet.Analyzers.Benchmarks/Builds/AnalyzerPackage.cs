namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>A package of analyzers that takes part in the comparison, and those of its rules that ask questions like ours.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Version">Null for our own, which is not restored.</param>
/// <param name="Rules">All other rules of the package are put off, and nobody is charged for what the compiler asks of them nevertheless.</param>
internal sealed record AnalyzerPackage(string Name, string? Version, IReadOnlyList<string> Rules)
{
    public static AnalyzerPackage Ours { get; } = new("JoinSet", null, [.. Enumerable.Range(1, 17).Select(number => $"JOIN{number:000}")]);

    /// <summary>No analyzers: the compile that the others are compared with.</summary>
    public static AnalyzerPackage None { get; } = new("none", null, []);

    /// <summary>
    /// Of each package the rules about tasks (started, awaited, blocked on, left alone), about disposal, and about the token of an asynchronous
    /// call: what our rules ask about sets. Left out is what asks for less: names, formatting, one API's misuse. A rule that shares its analyzer
    /// with others brings them along, and is charged for them.
    /// </summary>
    public static IReadOnlyList<AnalyzerPackage> All { get; } =
    [
        Ours,

        // Disposal, awaited once, token forwarded, disposed while a task uses it, fields disposed.
        new("Microsoft.CodeAnalysis.NetAnalyzers", "10.0.404", ["CA2000", "CA2012", "CA2016", "CA2025", "CA2213"]),

        // Blocking waits, foreign tasks, async void, blocking in async code, a task as a resource, a result that nobody observes, null for a task.
        new("Microsoft.VisualStudio.Threading.Analyzers", "18.12.1", ["VSTHRD002", "VSTHRD003", "VSTHRD100", "VSTHRD101", "VSTHRD103", "VSTHRD104", "VSTHRD107", "VSTHRD110", "VSTHRD114"]),

        // ConfigureAwait, null for a task, tokens forwarded (four), blocking in async code (two), disposed while a task uses it (two), a result that nobody observes, async void.
        new("Meziantou.Analyzer", "3.0.321", ["MA0004", "MA0022", "MA0032", "MA0040", "MA0042", "MA0045", "MA0079", "MA0080", "MA0100", "MA0129", "MA0134", "MA0147"]),

        // ConfigureAwait, null for a task, disposed before the task ends, disposed without waiting.
        new("Roslynator.Analyzers", "5.0.1", ["RCS1090", "RCS1210", "RCS1229", "RCS1261"]) { Settings = ["roslynator_configure_await = true"] },
    ];

    /// <summary>What a rule wants to be told before it looks at anything.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What puts these rules on, and everything else off.</summary>
    public string GlobalConfig => string.Join('\n', (string[])
    [
        "is_global = true", "global_level = 1000", "dotnet_analyzer_diagnostic.severity = none", .. Rules.Select(rule => $"dotnet_diagnostic.{rule}.severity = warning"), .. Settings, "",
    ]);

    public override string ToString() => Version is null ? Name : $"{Name} {Version}";
}
