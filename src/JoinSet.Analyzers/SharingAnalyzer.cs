using JoinSets.Analyzers.Hops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers;

/// <summary>A rule about what tasks share. It judges the tasks of sets, and plain tasks, threads and timers where <c>joinset.check_task_run</c> asks for it.</summary>
/// <remarks>Thread safety: as for <see cref="JoinSetAnalyzer"/>.</remarks>
public abstract class SharingAnalyzer : JoinSetAnalyzer
{
    private protected SharingAnalyzer()
    {
    }

    private protected sealed override KnownSymbols? SymbolsFor(Compilation compilation, AnalyzerOptions options)
        => HopSwitch.IsOnSomewhere(options.AnalyzerConfigOptionsProvider, compilation)
            ? KnownSymbols.WithHops(compilation)
            : base.SymbolsFor(compilation, options);
}
