using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Async;

/// <summary>What belongs to a function itself and not to the functions inside it.</summary>
internal static class FunctionBody
{
    internal static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function)
        => function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    internal static BlockSyntax? BlockOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        LocalFunctionStatementSyntax local => local.Body,
        BaseMethodDeclarationSyntax method => method.Body,
        _ => null,
    };

    /// <summary>The expression that is the whole body; null where the body is a block.</summary>
    internal static ExpressionSyntax? ExpressionOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.ExpressionBody,
        LocalFunctionStatementSyntax local => local.ExpressionBody?.Expression,
        BaseMethodDeclarationSyntax method => method.ExpressionBody?.Expression,
        _ => null,
    };
}
