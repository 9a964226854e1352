using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable RS1001, RS1017, RS1025, RS1026, RS1036, RS1038, RS1041, RS2008 // measured here, and loaded by no compiler

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>What compiling costs without us, the driver of the analyzers included: an analyzer that reports nothing.</summary>
/// <param name="wish">What it asks the compiler for.</param>
internal sealed class IdleAnalyzer(IdleWish wish) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("IDLE001", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            switch (wish)
            {
                case IdleWish.Types:
                    start.RegisterSymbolAction(static type => _ = type.Symbol.Name, SymbolKind.NamedType); // the driver compiles as soon as anybody asks for anything
                    break;
                case IdleWish.Bodies:
                    start.RegisterOperationBlockAction(static body => _ = body.OperationBlocks.Length);
                    break;
                case IdleWish.Graphs:
                    start.RegisterOperationBlockAction(static body => _ = body.OperationBlocks.Sum(block => body.GetControlFlowGraph(block).Blocks.Length));
                    break;
            }
        });
    }
}
