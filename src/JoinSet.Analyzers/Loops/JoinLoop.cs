using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>A loop that goes on until a set is empty: it joins one task each turn, and null or emptiness ends it.</summary>
internal sealed class JoinLoop
{
    private readonly SemanticModel _model;
    private readonly KnownSymbols _symbols;

    private JoinLoop(StatementSyntax statement, ISymbol set, SemanticModel model, KnownSymbols symbols)
    {
        Statement = statement;
        Set = set;
        _model = model;
        _symbols = symbols;
    }

    internal StatementSyntax Statement { get; }

    internal ISymbol Set { get; }

    /// <summary>The joins of the set in the loop; none for an <c>await foreach</c>, which is one itself.</summary>
    internal IReadOnlyList<SetCall> Joins => Calls(Statement, _model, _symbols).Where(IsJoin).ToList();

    /// <summary>The loop as one that joins; null for any other, and for one whose condition asks for more than whether the set is empty.</summary>
    internal static JoinLoop? Of(StatementSyntax loop, SemanticModel model, KnownSymbols symbols)
    {
        if (loop is CommonForEachStatementSyntax each)
        {
            return JoinStream.Of(each, model, symbols) is { } stream ? new JoinLoop(loop, stream, model, symbols) : null;
        }

        ISymbol? set = ConditionOf(loop) is { } condition && !condition.IsKind(SyntaxKind.TrueLiteralExpression)
            ? JoinedBy(loop, condition, model, symbols)
            : EndedBy(loop, model, symbols);
        return set is null ? null : new JoinLoop(loop, set, model, symbols);
    }

    /// <summary>The jumps that leave the loop, other than those that are taken because the set is empty.</summary>
    internal IEnumerable<SyntaxNode> OtherExits(bool emptinessCounts)
        => LoopJumps.Of(Statement).Where(jump => EndDecision.Over(jump, this, _model, _symbols) is not { } decision || (decision is EndKind.Empty && !emptinessCounts));

    private bool IsJoin(SetCall call)
        => call.Effect is SetEffect.JoinsOne && SymbolEqualityComparer.Default.Equals(call.Set, Set);

    private static ExpressionSyntax? ConditionOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        _ => null,
    };

    /// <summary>The set that the condition asks for: whether a join gave null, or whether it is empty and joined inside.</summary>
    private static ISymbol? JoinedBy(StatementSyntax loop, ExpressionSyntax condition, SemanticModel model, KnownSymbols symbols)
    {
        if (NullTest.Of(condition) is { } test)
        {
            return test.IsNullWhenTrue || JoinExpression.In(test.Subject, model, symbols) is not { } join || !loop.Span.Contains(join.Syntax.Span) ? null : join.Set;
        }

        return EmptinessTest.Of(condition, model, symbols) is { IsEmptyWhenTrue: false } emptiness && HasJoin(loop, emptiness.Set, model, symbols) ? emptiness.Set : null;
    }

    private static bool HasJoin(StatementSyntax loop, ISymbol set, SemanticModel model, KnownSymbols symbols)
        => Calls(loop, model, symbols).Any(call => call.Effect is SetEffect.JoinsOne && SymbolEqualityComparer.Default.Equals(call.Set, set));

    /// <summary>The set of an endless loop that is left when a join in it gives null.</summary>
    private static ISymbol? EndedBy(StatementSyntax loop, SemanticModel model, KnownSymbols symbols)
    {
        foreach (SetCall call in Calls(loop, model, symbols))
        {
            if (call is { Member: "JoinNextAsync", Set: { } set }
                && LoopJumps.Of(loop).Any(jump => EndDecision.Over(jump, new JoinLoop(loop, set, model, symbols), model, symbols) is not null))
            {
                return set;
            }
        }

        return null;
    }

    private static IEnumerable<SetCall> Calls(StatementSyntax loop, SemanticModel model, KnownSymbols symbols) => OwnCode.In(loop)
        .OfType<InvocationExpressionSyntax>()
        .Where(static call => SetCall.NameOf(call) is { } name && SetMembers.EffectOf(name) is SetEffect.JoinsOne)
        .Select(call => SetCall.Of(call, model, symbols))
        .Where(static call => call is not null)
        .Select(static call => call!.Value);
}
