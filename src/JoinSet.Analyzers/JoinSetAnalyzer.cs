using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers;

/// <summary>What every rule about sets has in common: it runs concurrently, skips generated code, and costs nothing where JoinSet is not referenced.</summary>
/// <remarks>Thread safety: analyzers hold no state; what one compilation needs is handed to <see cref="Register"/> and lives as long as that compilation.</remarks>
public abstract class JoinSetAnalyzer : DiagnosticAnalyzer
{
    private protected JoinSetAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SymbolsFor(start.Compilation, start.Options) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    /// <summary>The types that the rule asks about; null where it has nothing to say about the compilation.</summary>
    private protected virtual KnownSymbols? SymbolsFor(Compilation compilation, AnalyzerOptions options) => KnownSymbols.In(compilation);

    /// <summary>Registers the rule's actions. Called once per compilation that can see a set, and not at all for any other.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols symbols);
}
