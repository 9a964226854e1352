using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>The code of a method in the same file, where a call is sure to run it and not an override.</summary>
internal readonly struct MethodSource
{
    private MethodSource(SyntaxNode syntax, IOperation code)
    {
        Syntax = syntax;
        Code = code;
    }

    /// <summary>The whole declaration, parameters included.</summary>
    internal SyntaxNode Syntax { get; }

    internal IOperation Code { get; }

    internal static MethodSource? Of(IMethodSymbol method, SemanticModel model)
    {
        bool isSure = method is { MethodKind: MethodKind.Ordinary, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
            && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed);
        return isSure
            && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax declaration
            && declaration.SyntaxTree == model.SyntaxTree
            && ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody) is { } body
            && model.GetOperation(body) is { } code
                ? new MethodSource(declaration, code)
                : null;
    }
}
