using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN001: a local set is given tasks, and nothing in its whole life joins, shuts down or detaches them.</summary>
/// <remarks>
/// Looks at what is done with the set, not yet in which order: it speaks only where every use of the set is in sight and none of them
/// could take a task out. Any other use is a reason to be silent.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndrainedSetAnalyzer : JoinSetAnalyzer
{
    internal const string Id = "JOIN001";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "The tasks of a set are never joined",
        message: "'{0}' is given tasks on {1}, but nothing joins them before its life ends: their results and exceptions are lost",
        description: "A set that ends its life holding tasks that nobody joined loses their results, and nobody hears of their failures. "
            + "Join them (await foreach, JoinNextAsync, JoinAllAsync), stop them (ShutdownAsync) or say that they may run on (DetachAll).");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterOperationBlockAction(body => Analyze(body, symbols));

    private static void Analyze(OperationBlockAnalysisContext context, KnownSymbols symbols)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            foreach (SetLife life in SetLives.In(context, block, symbols))
            {
                if (life.Ends.FirstOrDefault(static end => IsUndrained(end)) is { Trace: not null } end)
                {
                    context.ReportDiagnostic(Describe(life, end));
                }
            }
        }
    }

    // DisposeAsync waits: there the results of a set that was joined at least once are lost on purpose, or JOIN005 has something to say.
    private static bool IsUndrained(LifeEnd end)
        => end.State.Holds && !end.State.IsAborted && !(end.How is EndOfLife.DisposeAsync && end.State.IsJoined);

    private static Diagnostic Describe(SetLife life, LifeEnd end)
    {
        ImmutableArray<Location> fills = end.Trace.Fills.Select(static fill => fill.GetLocation()).ToImmutableArray();
        return Diagnostic.Create(s_rule, life.Declaration, fills, life.Name, LineList.Of(fills));
    }
}
