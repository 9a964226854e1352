using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>Cancellation tokens that a piece of code hands on or asks: each may end a wait from outside.</summary>
internal static class TokenArguments
{
    /// <summary>Whether a token that can be cancelled is mentioned; <c>CancellationToken.None</c> and <c>default</c> cannot.</summary>
    internal static bool In(SyntaxNode code, SemanticModel model) => OwnCode.In(code).Any(node => IsToken(node, model));

    private static bool IsToken(SyntaxNode node, SemanticModel model)
        => node is ExpressionSyntax and (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax)
            && model.GetTypeInfo(node).Type is { Name: "CancellationToken" or "CancellationTokenSource" }
            && model.GetSymbolInfo(node).Symbol is not (null or INamedTypeSymbol or IPropertySymbol { Name: "None", IsStatic: true });
}
