using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Names for new variables.</summary>
internal static class FreeName
{
    /// <summary>The wanted name, or the first of name1, name2 … that means nothing there, in the code that will see the variable, or in other new code.</summary>
    internal static string For(string wanted, int position, SemanticModel model, TextEdits edits, SyntaxNode? scope = null)
    {
        string name = wanted;
        for (int number = 1; IsTaken(name, position, model) || edits.HasName(name) || IsIn(name, scope); number++)
        {
            name = wanted + number;
        }

        return name;
    }

    /// <summary>The same, where no other new code declares anything.</summary>
    internal static string For(string wanted, int position, SemanticModel model, SyntaxNode? scope = null) => For(wanted, position, model, new TextEdits(), scope);

    /// <summary>Whether a variable of the name would clash with another, or hide a member.</summary>
    internal static bool IsTaken(string name, int position, SemanticModel model)
        => model.LookupSymbols(position, name: name).Any(static symbol => symbol is not INamespaceOrTypeSymbol);

    /// <summary>A scope inside may have a variable of that name, and may not if the new one is seen there.</summary>
    private static bool IsIn(string name, SyntaxNode? scope)
        => (scope is GlobalStatementSyntax ? scope.Parent : scope) is { } all && all.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
