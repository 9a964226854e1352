using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>A condition that asks for null and for nothing else: <c>x is { } r</c>, <c>x is not null</c>, <c>x.HasValue</c>, <c>x == null</c>.</summary>
internal readonly struct NullTest
{
    private NullTest(ExpressionSyntax subject, bool isNullWhenTrue)
    {
        Subject = subject;
        IsNullWhenTrue = isNullWhenTrue;
    }

    /// <summary>What is asked.</summary>
    internal ExpressionSyntax Subject { get; }

    internal bool IsNullWhenTrue { get; }

    /// <summary>Null where the condition asks for more, as <c>is { IsSuccess: true }</c> does, or for something else.</summary>
    internal static NullTest? Of(ExpressionSyntax condition)
    {
        bool isTurned = false;
        while (true)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    condition = parenthesized.Expression;
                    continue;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    condition = not.Operand;
                    isTurned = !isTurned;
                    continue;
            }

            return OfPlain(condition) is { } test ? new NullTest(test.Subject, test.IsNullWhenTrue != isTurned) : null;
        }
    }

    private static NullTest? OfPlain(ExpressionSyntax condition) => condition switch
    {
        IsPatternExpressionSyntax test when MatchesNull(test.Pattern) is { } matchesNull => new(test.Expression, matchesNull),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access => new(access.Expression, isNullWhenTrue: false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax type } test when IsResult(type) => new(test.Left, isNullWhenTrue: false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } test => OfComparison(test, isNullWhenTrue: true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } test => OfComparison(test, isNullWhenTrue: false),
        _ => null,
    };

    private static NullTest? OfComparison(BinaryExpressionSyntax test, bool isNullWhenTrue)
    {
        if (IsNull(test.Right))
        {
            return new NullTest(test.Left, isNullWhenTrue);
        }

        return IsNull(test.Left) ? new NullTest(test.Right, isNullWhenTrue) : null;
    }

    /// <summary>True for a pattern that matches null alone, false for one that matches all but null.</summary>
    private static bool? MatchesNull(PatternSyntax pattern)
    {
        bool isTurned = false;
        while (true)
        {
            switch (pattern)
            {
                case ParenthesizedPatternSyntax parenthesized:
                    pattern = parenthesized.Pattern;
                    continue;
                case UnaryPatternSyntax not:
                    pattern = not.Pattern;
                    isTurned = !isTurned;
                    continue;
            }

            return pattern switch
            {
                ConstantPatternSyntax { Expression: TypeSyntax type } when IsResult(type) => isTurned,
                ConstantPatternSyntax constant when IsNull(constant.Expression) => !isTurned,
                DeclarationPatternSyntax declaration when IsResult(declaration.Type) => isTurned,
                TypePatternSyntax type when IsResult(type.Type) => isTurned,
                RecursivePatternSyntax recursive when AsksForNothing(recursive) => isTurned,
                _ => null,
            };
        }
    }

    /// <summary>Patterns such as <c>{ }</c>, <c>{ Error: var error }</c> and <c>(var value, _)</c>, which only name things.</summary>
    private static bool AsksForNothing(RecursivePatternSyntax pattern)
        => (pattern.Type is null || IsResult(pattern.Type))
            && (pattern.PropertyPatternClause?.Subpatterns ?? default).Concat(pattern.PositionalPatternClause?.Subpatterns ?? default)
                .All(static part => part.Pattern is VarPatternSyntax or DiscardPatternSyntax);

    private static bool IsNull(ExpressionSyntax expression)
        => expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static bool IsResult(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText is "JoinResult",
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText is "JoinResult",
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText is "JoinResult",
        _ => false,
    };
}
