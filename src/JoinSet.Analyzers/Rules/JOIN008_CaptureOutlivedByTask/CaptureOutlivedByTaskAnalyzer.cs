using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN008: a captured disposable is disposed of while tasks that use it may still run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CaptureOutlivedByTaskAnalyzer : SharingAnalyzer
{
    internal const string Id = "JOIN008";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A captured object is disposed of while tasks use it",
        message: "'{0}' is disposed of {1} while the {2} may still use it; {3}",
        description: "A task runs until it ends, not until the block ends in which it was spawned. What it captures must live as long: dispose of it after the tasks were joined, "
            + "or declare it before the set, so that await using waits for the tasks first.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file => Analyze(file, symbols));

    private static void Analyze(SemanticModelAnalysisContext context, KnownSymbols symbols)
    {
        IEnumerable<TaskShare> outlived = SharedVariables.In(context, symbols).SelectMany(static book => book.All).Where(share => IsOutlived(share, symbols));
        foreach (IGrouping<SyntaxNode, TaskShare> place in outlived.GroupBy(static share => FirstUse(share).Place))
        {
            context.ReportDiagnostic(Describe(place.First()));
        }
    }

    private static bool IsOutlived(TaskShare share, KnownSymbols symbols)
        => share.Disposals.Count > 0
            && UsesIn(share).Any()
            && share.Variable is ILocalSymbol or IParameterSymbol
            && share.Variable.TypeOfVariable() is { } type
            && !symbols.IsSet(type)
            && !HarmlessDisposables.Contain(type);

    private static TaskUse FirstUse(TaskShare share) => UsesIn(share).OrderBy(static use => use.Place.SpanStart).First();

    // Of a plain task nobody knows when it runs what it hands to others: a test's assertion, say, that waits for it.
    private static IEnumerable<TaskUse> UsesIn(TaskShare share) => (share.Task.Hop is null ? share.AllUses : share.Uses).Where(static use => !IsDisposal(use.Use.Reference));

    // Two that dispose of it harm nobody.
    private static bool IsDisposal(IOperation mention) => mention.Parent switch
    {
        IInvocationOperation call => IsDisposal(call),
        IConversionOperation conversion => IsDisposal(conversion),
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } => IsDisposal(call),
        _ => false,
    };

    private static bool IsDisposal(IInvocationOperation call) => call is { TargetMethod.Name: "Dispose" or "DisposeAsync" or "Close", Arguments.Length: 0 };

    private static Diagnostic Describe(TaskShare share)
    {
        SyntaxNode disposal = share.Disposals.OrderBy(static at => at.SpanStart).First();
        return Diagnostic.Create(
            s_rule,
            FirstUse(share).Place.GetLocation(),
            [share.Task.Place, disposal.GetLocation()],
            share.Variable.Name,
            Where(disposal),
            $"{share.Task.Noun} that {LineList.Of([share.Task.Place])} {share.Task.Verb}",
            Advice(share));
    }

    private static string Where(SyntaxNode disposal) => disposal.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Span == disposal.Span
        ? $"on {LineList.Of([disposal.GetLocation()])}"
        : $"at the end of its using, which begins on {LineList.Of([disposal.GetLocation()])},";

    private static string Advice(TaskShare share) => share.Task.Set is ILocalSymbol set
        ? $"join the tasks first, or declare it before '{set.Name}' and that with await using"
        : share.Task.Hop is null ? "join the tasks first" : "wait for its end first";
}
