using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>The last thing that a task's lambda does, on every path that does not throw.</summary>
internal sealed class LastAct
{
    private LastAct(SyntaxNode node, bool isStatement)
    {
        Node = node;
        IsStatement = isStatement;
    }

    /// <summary>A statement, or the expression that is the lambda's body.</summary>
    internal SyntaxNode Node { get; }

    internal bool IsStatement { get; }

    internal TextSpan Span => Node.Span;

    /// <summary>Null where the lambda gives a value already, or may end before it comes there.</summary>
    internal static LastAct? Of(AnonymousFunctionExpressionSyntax lambda, bool mayBeSynchronous)
    {
        if (!(mayBeSynchronous || lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)))
        {
            return null;
        }

        return lambda switch
        {
            { ExpressionBody: { } body } => new LastAct(body, isStatement: false),
            { Block.Statements: { Count: > 0 } statements } when !Returns(lambda) && !HasDirective(statements.Last()) => new LastAct(statements.Last(), isStatement: true),
            _ => null,
        };
    }

    private static bool Returns(AnonymousFunctionExpressionSyntax lambda) => lambda
        .DescendantNodes(node => node == lambda || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static node => node is ReturnStatementSyntax);

    private static bool HasDirective(SyntaxNode node) => node.DescendantTrivia().Any(static trivia => trivia.IsDirective);
}
