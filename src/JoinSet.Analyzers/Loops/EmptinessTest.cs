using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>A condition that asks whether a set is empty and nothing else: <c>set.IsEmpty</c>, <c>set.Count == 0</c>, <c>set.Count > 0</c>.</summary>
internal readonly struct EmptinessTest
{
    private EmptinessTest(ISymbol set, bool isEmptyWhenTrue)
    {
        Set = set;
        IsEmptyWhenTrue = isEmptyWhenTrue;
    }

    internal ISymbol Set { get; }

    internal bool IsEmptyWhenTrue { get; }

    internal static EmptinessTest? Of(ExpressionSyntax condition, SemanticModel model, KnownSymbols symbols)
    {
        bool isTurned = false;
        condition = SetVariable.Bare(condition);
        while (condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
        {
            condition = SetVariable.Bare(not.Operand);
            isTurned = !isTurned;
        }

        if (Ask(condition) is not var (asked, isEmptyWhenTrue) || SetVariable.Of(asked, model, symbols) is not { } set)
        {
            return null;
        }

        return new EmptinessTest(set, isEmptyWhenTrue != isTurned);
    }

    private static (ExpressionSyntax Set, bool IsEmptyWhenTrue)? Ask(ExpressionSyntax condition) => condition switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsEmpty" } access => (access.Expression, true),
        BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count } test => Compare(count, test.Kind(), test.Right),
        BinaryExpressionSyntax { Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count } test => Compare(count, Mirror(test.Kind()), test.Left),
        _ => null,
    };

    private static (ExpressionSyntax Set, bool IsEmptyWhenTrue)? Compare(MemberAccessExpressionSyntax count, SyntaxKind operation, ExpressionSyntax bound)
        => ((bound as LiteralExpressionSyntax)?.Token.Value, operation) switch
        {
            (0, SyntaxKind.EqualsExpression or SyntaxKind.LessThanOrEqualExpression) or (1, SyntaxKind.LessThanExpression) => (count.Expression, true),
            (0, SyntaxKind.NotEqualsExpression or SyntaxKind.GreaterThanExpression) or (1, SyntaxKind.GreaterThanOrEqualExpression) => (count.Expression, false),
            _ => null,
        };

    private static SyntaxKind Mirror(SyntaxKind operation) => operation switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        _ => operation,
    };
}
