using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN007: a captured variable is written while tasks that captured it may run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsynchronizedWriteAnalyzer : SharingAnalyzer
{
    internal const string Id = "JOIN007";

    /// <summary>The diagnostic property that says who the rival is.</summary>
    internal const string RivalKey = "rival";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A captured variable is written while tasks use it",
        message: "'{0}' is {1}; {2}",
        description: "A delegate captures variables, not their values: all tasks that captured one have the same variable. Writing it while they run loses updates "
            + "or shows them too late. Use Interlocked or a lock, give each task a copy, or return the value and gather it from the join results.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
        => context.RegisterSemanticModelAction(file => Analyze(file, symbols));

    private static void Analyze(SemanticModelAnalysisContext context, KnownSymbols symbols)
    {
        IEnumerable<WriteFinding> findings = SharedVariables.In(context, symbols).SelectMany(static book => book.All.Select(share => new WriteJudge(share, book).Judge())).OfType<WriteFinding>();
        foreach (IGrouping<(SyntaxNode, ISymbol), WriteFinding> place in findings.GroupBy(static finding => (finding.At.Place, finding.Share.Variable)))
        {
            context.ReportDiagnostic(Describe(place.First()));
        }
    }

    private static Diagnostic Describe(WriteFinding finding)
    {
        Location spawn = finding.Share.Task.Place;
        SyntaxTree home = finding.At.Place.SyntaxTree;
        ImmutableArray<Location> others = finding.Others.Select(static use => use.Use.Syntax.GetLocation()).Distinct().ToImmutableArray();
        return Diagnostic.Create(
            s_rule,
            finding.At.Place.GetLocation(),
            others.Insert(0, spawn),
            ImmutableDictionary<string, string?>.Empty.Add(RivalKey, finding.Rival.ToString()),
            finding.Share.Variable.Name,
            WritePhrase.Of(finding, LineList.Of([spawn], home), LineList.Of(others, home)),
            WritePhrase.AdviceFor(finding));
    }
}
