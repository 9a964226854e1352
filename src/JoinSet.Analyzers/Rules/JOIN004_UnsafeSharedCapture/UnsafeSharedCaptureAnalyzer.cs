using System.Collections.Immutable;
using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sharing;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN004: an object that is not safe for several threads is shared by tasks that run at once, or with the spawner.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeSharedCaptureAnalyzer : SharingAnalyzer
{
    internal const string Id = "JOIN004";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "An object that is not thread-safe is shared by tasks",
        message: "'{0}' is {1}, but {2}; {3}",
        description: "An object may move into one task, but only some can be used by several at once. Return the value and gather it from the join results, "
            + "use a type that is made for several threads, or lock every use.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file => Analyze(file, symbols));

    private static void Analyze(SemanticModelAnalysisContext context, KnownSymbols symbols)
    {
        foreach (ShareBook book in SharedVariables.In(context, symbols))
        {
            Analyze(context, book, symbols);
        }
    }

    private static void Analyze(SemanticModelAnalysisContext context, ShareBook book, KnownSymbols symbols)
    {
        SendVerdicts verdicts = SendVerdicts.For(context.SemanticModel.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        IEnumerable<SharedFinding> findings = book.All
            .Where(share => share.Variable.TypeOfVariable() is { } type && !symbols.IsSet(type))
            .Select(share => new SharedJudge(share, book, verdicts).Judge()).OfType<SharedFinding>();
        foreach (IGrouping<(SyntaxNode, ISymbol), SharedFinding> place in findings.GroupBy(static finding => (finding.First.Place, finding.Share.Variable)))
        {
            context.ReportDiagnostic(Describe(place.First()));
        }
    }

    private static Diagnostic Describe(SharedFinding finding)
    {
        string name = finding.First.Use.Variable.Name;
        return Diagnostic.Create(
            s_rule,
            finding.First.Place.GetLocation(),
            [finding.Share.Task.Place, .. PlacesOf(finding).Distinct()],
            name + finding.Change.Path,
            SharedPhrase.Of(finding),
            finding.Verdict.ReasonFor(OwnerIn(finding) ?? name),
            SharedPhrase.AdviceFor(finding));
    }

    // Whose member it is that is written; null where it is an object that is changed.
    private static string? OwnerIn(SharedFinding finding)
        => finding.Share.Variable is (IFieldSymbol or IPropertySymbol) and { } member && finding.Change.IsMember && finding.Change.Path.Length == 0
            ? member.IsStatic ? member.ContainingType.Name : "this"
            : null;

    // The two that meet, and whatever else the spawner does with the object meanwhile.
    private static IEnumerable<Location> PlacesOf(SharedFinding finding)
        => new[] { SharedPhrase.PlaceOf(finding.Change), SharedPhrase.PlaceOf(finding.Other) }.Concat(finding.Share.SpawnerUses.Select(static use => use.Use.Syntax.GetLocation()));
}
