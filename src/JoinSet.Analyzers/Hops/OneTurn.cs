using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>Loops that are seen to turn once: <c>int count = 1; for (int i = 0; i &lt; count; i++) threads[i].Start();</c>, <c>Parallel.For(0, 1, …)</c></summary>
internal static class OneTurn
{
    /// <summary>Whether a start that would otherwise be one of many is the only one: no loop comes to it twice, nor has it several turns of its own.</summary>
    internal static bool IsOf(Hop hop, SyntaxNode start, BodyCode body)
    {
        List<SyntaxNode> loops = start.Ancestors()
            .TakeWhile(static at => at is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .Where(static at => at is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            .ToList();
        bool isOverEachTime = hop.Handle.Kind is HopHandleKind.Over;
        return (hop.StartsMany ? IsRangeOfOne(start, body) : loops.Count > 0) && (isOverEachTime || loops.TrueForAll(loop => TurnsOnce(loop, body)));
    }

    private static bool IsRangeOfOne(SyntaxNode start, BodyCode body)
        => start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "For" }, ArgumentList.Arguments: { Count: > 2 } arguments }
            && IsNumber(arguments[0].Expression, 0, body)
            && IsNumber(arguments[1].Expression, 1, body);

    private static bool TurnsOnce(SyntaxNode loop, BodyCode body)
        => loop is ForStatementSyntax { Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } condition, Declaration: { } counters }
            && IsNumber(counters.Variables.First().Initializer?.Value, 0, body)
            && IsNumber(condition.Right, 1, body);

    private static bool IsNumber(ExpressionSyntax? expression, int number, BodyCode body) => expression is not null
        && (body.ModelOf(expression).GetConstantValue(expression) is { HasValue: true, Value: int value }
            ? value == number
            : body.ModelOf(expression).GetSymbolInfo(expression).Symbol is ILocalSymbol local && body.OnlyValueOf(local)?.ConstantValue is { HasValue: true, Value: int only } && only == number);
}
