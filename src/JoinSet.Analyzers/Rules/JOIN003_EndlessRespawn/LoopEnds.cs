using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>The ways out of a join loop that are not "each turn joins one, until none is left".</summary>
internal sealed class LoopEnds(JoinLoop loop, SemanticModel model, KnownSymbols symbols)
{
    /// <summary>Whether there is one, or something that might be one: a jump, a check of a token, another hand on the set.</summary>
    internal bool HasOther()
        => loop.OtherExits(emptinessCounts: false).Any()
            || TokenArguments.In(loop.Statement, model)
            || OwnCode.In(loop.Statement).OfType<InvocationExpressionSyntax>().Any(MayEnd)
            || !JoinsOnceATurn()
            || new SetMentions(loop, model).ShowAnotherHand();

    /// <summary>A call that throws on purpose or never returns, or that empties a set.</summary>
    private bool MayEnd(InvocationExpressionSyntax call)
    {
        if (SetCall.NameOf(call) is "ThrowIfFailed" or "Rethrow" or "ThrowIfCancellationRequested")
        {
            return true;
        }

        if (SetCall.Of(call, model, symbols) is { } member)
        {
            return member.Effect is not (SetEffect.Fills or SetEffect.Looks or SetEffect.JoinsOne) && !IsTheLoopItself(call);
        }

        return model.GetSymbolInfo(call).Symbol is IMethodSymbol method && KnownSymbols.NeverReturns(method);
    }

    private bool IsTheLoopItself(InvocationExpressionSyntax call)
        => loop.Statement is CommonForEachStatementSyntax each && each.Expression.Span.Contains(call.Span);

    /// <summary>Two tasks joined for each that is spawned come to an end, and so may a loop that only tries to join.</summary>
    private bool JoinsOnceATurn()
    {
        List<SetCall> joins = loop.Joins.Where(IsInTurn).ToList();
        return loop.Statement is CommonForEachStatementSyntax
            ? joins.Count == 0
            : joins.Count == 1 && joins[0].Member == "JoinNextAsync" && LoopAround(joins[0].Syntax) == loop.Statement;
    }

    private static SyntaxNode? LoopAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(OwnCode.IsLoop);

    private bool IsInTurn(SetCall join)
        => loop.Statement is not ForStatementSyntax counted
            || (counted.Declaration?.Span.Contains(join.Syntax.Span) != true && !counted.Initializers.Any(start => start.Span.Contains(join.Syntax.Span)));
}
