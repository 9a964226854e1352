using System.Collections.Immutable;
using JoinSets.Analyzers.Benchmarks.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>One run of some analyzers over one compilation, on one thread: what is measured is work, not the number of cores.</summary>
internal static class AnalyzerRun
{
    public static ImmutableArray<DiagnosticAnalyzer> AllRules { get; } =
    [
        .. typeof(JoinSetAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Compile { get; } = [new IdleAnalyzer(IdleWish.Types)];

    public static ImmutableArray<DiagnosticAnalyzer> EveryBody { get; } = [new IdleAnalyzer(IdleWish.Bodies)];

    public static ImmutableArray<DiagnosticAnalyzer> EveryGraph { get; } = [new IdleAnalyzer(IdleWish.Graphs)];

    /// <summary>Gives the number of reports.</summary>
    public static async Task<int> ReportsAsync(AnalyzedCode code, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        (await Prepare(code.Compile(), analyzers, isTimed: false).GetAnalyzerDiagnosticsAsync()).Length;

    /// <summary>Analyzers over a compilation. An exception of theirs ends the run.</summary>
    public static CompilationWithAnalyzers Prepare(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isTimed) =>
        compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (error, rule, _) => throw new InvalidOperationException($"{rule} threw.", error), concurrentAnalysis: false, isTimed));
}
