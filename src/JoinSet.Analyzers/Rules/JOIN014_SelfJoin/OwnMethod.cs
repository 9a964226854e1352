using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>A local function, or a method of the same object, whose body is the one that will run and can be read here.</summary>
internal static class OwnMethod
{
    /// <summary>The declaration of what the expression names; null where it may be another body, or another object's.</summary>
    internal static SyntaxNode? DeclarationOf(IMethodSymbol method, ExpressionSyntax named)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (IsReplaceable(definition) || !IsNamedPlainly(named) || definition.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        SyntaxReference declaration = definition.DeclaringSyntaxReferences[0];
        return declaration.SyntaxTree == named.SyntaxTree && declaration.GetSyntax() is MethodDeclarationSyntax or LocalFunctionStatementSyntax
            ? declaration.GetSyntax()
            : null;
    }

    private static bool IsReplaceable(IMethodSymbol method)
        => method.IsAbstract || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed);

    /// <summary>By its name alone, or through this.</summary>
    private static bool IsNamedPlainly(ExpressionSyntax named)
        => named is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
}
