using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>What runs when a piece of code runs: not the bodies of the functions written in it, which run when they are called.</summary>
internal static class OwnCode
{
    internal static IEnumerable<SyntaxNode> In(SyntaxNode code)
        => code.DescendantNodesAndSelf(node => node == code || !IsFunction(node)).Where(node => node == code || !IsFunction(node));

    internal static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    internal static bool IsLoop(SyntaxNode node)
        => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    internal static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>The function, member or file that a piece of code belongs to, where its locals live.</summary>
    internal static SyntaxNode OwnerOf(SyntaxNode code)
        => code.Ancestors().FirstOrDefault(static node => IsFunction(node) || IsMember(node)) ?? code.SyntaxTree.GetRoot();

    /// <summary>The outermost of the functions around a piece of code: all that can see a local is in there.</summary>
    internal static SyntaxNode MemberOf(SyntaxNode code) => code.AncestorsAndSelf().FirstOrDefault(IsMember) ?? code.SyntaxTree.GetRoot();

    private static bool IsMember(SyntaxNode node) => node is MemberDeclarationSyntax and not GlobalStatementSyntax;
}
