using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Rules;

/// <summary>JOIN003: a loop that ends when a set is empty puts a new task into it on every turn.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndlessRespawnAnalyzer : JoinSetAnalyzer
{
    internal const string Id = "JOIN003";

    private static readonly DiagnosticDescriptor s_rule = RuleDescriptor.Warning(
        Id,
        title: "A join loop spawns into its own set without end",
        message: "'{0}' is given a new task on every turn of the loop that joins it ({1}){2}: the set does not become empty, and nothing but an exception ends the loop",
        description: "A loop that joins until its set is empty takes one task out each turn. If each turn also puts one in, the set is never empty and the loop never ends. "
            + "Bound the new tasks with a counter, or spawn them only while a condition holds that can change.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) => context.RegisterSemanticModelAction(file =>
    {
        // A loop that joins says so in words of its own, or awaits what it goes over.
        IEnumerable<SyntaxNode> places = MemberBodies.In(file.SemanticModel.Compilation).PlacesIn(file.SemanticModel.SyntaxTree);
        foreach (StatementSyntax loop in places.SelectMany(static place => place.AncestorsAndSelf()).Where(TaskSyntax.IsLoop).OfType<StatementSyntax>().Distinct())
        {
            Analyze(file, loop, symbols);
        }
    });

    private static void Analyze(SemanticModelAnalysisContext context, StatementSyntax statement, KnownSymbols symbols)
    {
        List<InvocationExpressionSyntax> fills = OwnCode.In(statement).OfType<InvocationExpressionSyntax>().Where(IsNamedLikeFill).ToList();
        if (fills.Count == 0 || JoinLoop.Of(statement, context.SemanticModel, symbols) is not { } loop || new LoopEnds(loop, context.SemanticModel, symbols).HasOther())
        {
            return;
        }

        fills.RemoveAll(fill => !IsInto(loop.Set, fill, context.SemanticModel, symbols));
        var guards = new TurnGuards(loop, fills, context.SemanticModel, symbols);
        List<(InvocationExpressionSyntax Call, Guard Guard)> respawns = fills
            .Select(fill => (fill, guards.Of(fill)))
            .Where(static fill => fill.Item2 is not Guard.Changing)
            .ToList();
        foreach ((InvocationExpressionSyntax call, Guard guard) in respawns)
        {
            Report(context, loop, call, guard, respawns.Select(static respawn => respawn.Call.GetLocation()));
        }
    }

    /// <summary>The places: the loop, then everything that is spawned in it without end, so that a fix can bound the loop as a whole.</summary>
    private static void Report(SemanticModelAnalysisContext context, JoinLoop loop, InvocationExpressionSyntax call, Guard guard, IEnumerable<Location> respawns)
    {
        Location start = loop.Statement.GetFirstToken().GetLocation();
        string condition = guard is Guard.Constant ? ", under a condition that no turn changes" : "";
        context.ReportDiagnostic(Diagnostic.Create(s_rule, call.GetLocation(), new[] { start }.Concat(respawns), loop.Set.Name, LineList.Of([start]), condition));
    }

    private static bool IsNamedLikeFill(InvocationExpressionSyntax call)
        => SetCall.NameOf(call) is { } name && SetMembers.EffectOf(name) is SetEffect.Fills;

    private static bool IsInto(ISymbol set, InvocationExpressionSyntax fill, SemanticModel model, KnownSymbols symbols)
        => SetCall.Of(fill, model, symbols) is { } call && SymbolEqualityComparer.Default.Equals(call.Set, set);
}
