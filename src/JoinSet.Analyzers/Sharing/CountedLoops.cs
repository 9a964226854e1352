using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Loops that join and neither spawn nor ask whether anything is left: one hopes that they join as many as there are. The tests are the conditions that do ask.</summary>
internal sealed class CountedLoops(FunctionCode function, BodyCode body, IReadOnlyList<(SyntaxNode Condition, EmptyTest Test)> tests)
{
    /// <summary>Whether a join stands in such a loop.</summary>
    internal bool Joins(SyntaxNode join, ISymbol? set)
        => join.Ancestors().TakeWhile(at => at != function.Syntax).FirstOrDefault(IsLoop) is { } loop && IsCounted(loop, set);

    /// <summary>What the condition of such a loop says when the loop ends.</summary>
    internal EmptyTest? EndTestOf(IOperation condition)
    {
        if (condition.Syntax.Ancestors().TakeWhile(at => at != function.Syntax).FirstOrDefault(IsLoop) is not { } loop || ConditionOf(loop) is not { } asked || !asked.Span.Contains(condition.Syntax.Span))
        {
            return null;
        }

        foreach (InvocationExpressionSyntax call in loop.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinNextAsync" } access && SetNames.SetAt(access.Expression, body) is { } set && (IsCounted(loop, set) || (EndsByNumber(loop) && !Spawns(loop, set))))
            {
                return new EmptyTest(set, whenTrue: false);
            }
        }

        return null;
    }

    private bool IsCounted(SyntaxNode loop, ISymbol? set)
        => loop is not CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
            && !tests.Any(condition => loop.Span.Contains(condition.Condition.Span) && condition.Test.Set.IsSameAs(set))
            && !Spawns(loop, set);

    private bool Spawns(SyntaxNode loop, ISymbol? set)
        => body.Spawns.Exists(spawn => loop.Span.Contains(spawn.Call.Syntax.Span) && spawn.Set.IsSameAs(set));

    // for (…; i < 5; i++): its end is a matter of counting, whatever each join is asked in there.
    private static bool EndsByNumber(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.AwaitKeyword.RawKind == 0,
        _ => ConditionOf(loop) is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression,
        } condition && condition.DescendantNodes().OfType<IdentifierNameSyntax>().Any(number => IsMovedIn(loop, number.Identifier.ValueText)),
    };

    private static bool IsMovedIn(SyntaxNode loop, string name) => loop.DescendantNodes().OfType<ExpressionSyntax>().Any(node => (node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } change => change.Left,
        _ => null,
    }) is IdentifierNameSyntax moved && moved.Identifier.ValueText == name);

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;

    private static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax statement => statement.Condition,
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        CommonForEachStatementSyntax statement => statement.Expression,
        _ => null,
    };
}
