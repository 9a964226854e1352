using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>From where to where in the source a variable is one and the same.</summary>
internal static class VariableScope
{
    /// <summary>Whether a place is within the scope of the variable: from outside of it, nobody comes back to the same one.</summary>
    internal static bool Encloses(ISymbol variable, SyntaxNode place)
        => variable is not (ILocalSymbol or IParameterSymbol)
            || variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().AncestorsAndSelf().FirstOrDefault(IsScope) is not { } scope
            || scope.SyntaxTree != place.SyntaxTree
            || scope.Span.Contains(place.Span);

    private static bool IsScope(SyntaxNode node) => node is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or SwitchSectionSyntax
        or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax;
}
