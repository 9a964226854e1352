using JoinSets.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>The code of a method of this compilation, where a call is sure to run it and not an override.</summary>
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

    /// <param name="method">As <see cref="BodyCode.DefinitionOf"/> gives it.</param>
    /// <param name="body">Whose tasks run it.</param>
    internal static MethodSource? Of(IMethodSymbol method, BodyCode body)
    {
        bool isSure = method is { MethodKind: MethodKind.Ordinary, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
            && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed);
        return isSure
            && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax declaration
            && body.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            && ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody) is { } code
            && SyntaxDepth.IsSane(code)
            && body.ModelOf(code).GetOperation(code) is { } operation
                ? new MethodSource(declaration, operation)
                : null;
    }
}
