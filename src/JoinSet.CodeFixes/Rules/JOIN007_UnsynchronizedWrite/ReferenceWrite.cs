using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A write of a reference in one step: the last one wins by Exchange, the first by CompareExchange.</summary>
internal static class ReferenceWrite
{
    /// <summary>Adds the edits of one write; false where it has no counterpart.</summary>
    internal static bool TryRewrite(SyntaxNode write, IdentifierNameSyntax mention, string interlocked, List<TextEdit> edits)
    {
        if (write is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
            || assignment.Left != mention
            || statement.DescendantTrivia().Any(static trivia => trivia.IsDirective)
            || assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => SyntaxFactory.AreEquivalent(name, mention)))
        {
            return false;
        }

        string name = mention.Identifier.Text;
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
        {
            return IsPlain(assignment.Right) && Replace(assignment, assignment, $"{interlocked}.CompareExchange(ref {name}, ", ", null)", edits);
        }

        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            return false;
        }

        return TestAround(statement, mention) is { } test
            ? IsPlain(assignment.Right) && CommentsIn(test) is { Count: < 2 } comments && Replace(test, assignment, $"{interlocked}.CompareExchange(ref {name}, ", string.Join(" ", comments.Prepend(", null);")), edits)
            : Replace(assignment, assignment, $"{interlocked}.Exchange(ref {name}, ", ")", edits);
    }

    private static bool Replace(SyntaxNode whole, AssignmentExpressionSyntax assignment, string head, string tail, List<TextEdit> edits)
    {
        edits.Add(new TextEdit(TextSpan.FromBounds(whole.SpanStart, assignment.Right.SpanStart), head));
        edits.Add(new TextEdit(TextSpan.FromBounds(assignment.Right.Span.End, whole.Span.End), tail));
        return true;
    }

    // if (first is null) first = value;
    private static IfStatementSyntax? TestAround(ExpressionStatementSyntax statement, IdentifierNameSyntax mention)
    {
        SyntaxNode? around = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : statement.Parent;
        ExpressionSyntax? asked = around is IfStatementSyntax { Else: null } choice ? choice.Condition switch
        {
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } test => test.Expression,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } test => test.Left,
            _ => null,
        } : null;
        return asked is not null && SyntaxFactory.AreEquivalent(asked, mention) ? (IfStatementSyntax)around! : null;
    }

    private static List<string> CommentsIn(SyntaxNode whole) => whole.DescendantTrivia()
        .Where(trivia => whole.Span.Contains(trivia.Span) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
        .Select(static trivia => trivia.ToString())
        .ToList();

    // It is worked out now even where the variable has a value: that must cost nothing and do nothing.
    private static bool IsPlain(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };
}
