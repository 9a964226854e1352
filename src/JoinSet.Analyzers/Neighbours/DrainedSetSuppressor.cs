using System.Collections.Immutable;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>Answers the rules of others that ask for a Dispose or an await, where the life of the set shows that there is nothing left to wait for.</summary>
/// <remarks>What is not proved is left to those who reported it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DrainedSetSuppressor : DiagnosticSuppressor
{
    private const string Drained = "Every path on which the set's life ends has joined all its tasks before: an empty set holds nothing that a Dispose would release.";

    private static readonly SuppressionDescriptor s_disposeBeforeScopeEnds = new("JOINSP001", "CA2000", Drained);

    private static readonly SuppressionDescriptor s_disposeCreated = new("JOINSP002", "IDISP001", Drained);

    private static readonly SuppressionDescriptor s_awaitInUsing = new(
        "JOINSP003",
        "IDISP013",
        "The task is the set's, and on every path the set has waited for it before the using ends.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; }
        = ImmutableArray.Create(s_disposeBeforeScopeEnds, s_disposeCreated, s_awaitInUsing);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownSymbols.In(context.Compilation) is not { } symbols)
        {
            return;
        }

        var lives = new LivesAround(context, symbols);
        foreach (Diagnostic report in context.ReportedDiagnostics)
        {
            if (AnswerTo(report, lives, context, symbols) is { } answer)
            {
                context.ReportSuppression(Suppression.Create(answer, report));
            }
        }
    }

    private static SuppressionDescriptor? AnswerTo(Diagnostic report, LivesAround lives, SuppressionAnalysisContext context, KnownSymbols symbols)
    {
        if (report.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode at = tree.GetRoot(context.CancellationToken).FindNode(report.Location.SourceSpan, getInnermostNodeForTie: true);
        return report.Id switch
        {
            "CA2000" when new CreatedSets(context.GetSemanticModel(tree), symbols, lives).AreDrained(at) => s_disposeBeforeScopeEnds,
            "IDISP001" when new CreatedSets(context.GetSemanticModel(tree), symbols, lives).AreDrained(at) => s_disposeCreated,
            "IDISP013" when new SpawnedWork(context.GetSemanticModel(tree), symbols, lives).IsWaitedFor(at) => s_awaitInUsing,
            _ => null,
        };
    }
}
