using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>Loops that are seen to turn once: <c>int count = 1; for (int i = 0; i &lt; count; i++) threads[i].Start();</c></summary>
internal static class OneTurn
{
    /// <summary>Whether there are loops around the place in its function, and none of them comes to it twice.</summary>
    internal static bool IsAround(SyntaxNode place, BodyCode body)
    {
        List<SyntaxNode> loops = place.Ancestors()
            .TakeWhile(static at => at is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .Where(static at => at is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            .ToList();
        return loops.Count > 0 && loops.TrueForAll(loop => TurnsOnce(loop, body));
    }

    private static bool TurnsOnce(SyntaxNode loop, BodyCode body)
        => loop is ForStatementSyntax { Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } condition, Declaration: { } counters }
            && IsNumber(counters.Variables.First().Initializer?.Value, 0, body)
            && IsNumber(condition.Right, 1, body);

    private static bool IsNumber(ExpressionSyntax? expression, int number, BodyCode body) => expression is not null
        && (body.ModelOf(expression).GetConstantValue(expression) is { HasValue: true, Value: int value }
            ? value == number
            : body.ModelOf(expression).GetSymbolInfo(expression).Symbol is ILocalSymbol local && body.OnlyValueOf(local)?.ConstantValue is { HasValue: true, Value: int only } && only == number);
}
