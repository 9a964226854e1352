using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Whether a piece of source may join what is in a set, by the words in it.</summary>
internal static class Drains
{
    internal static bool AppearIn(SyntaxNode source) => source.DescendantNodes().Any(static node => node
        is SimpleNameSyntax { Identifier.ValueText: "JoinAllAsync" or "JoinNextAsync" or "JoinEachAsync" or "ShutdownAsync" or "DisposeAsync" or "IsEmpty" or "WhenAll" }
        or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 });

    /// <summary>Whether a method that is given a set may join what is in it: it says so, or passes something on. What cannot be seen may.</summary>
    internal static bool MayBeIn(IMethodSymbol method)
    {
        SyntaxNode? source = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return source is null || AppearIn(source) || source.DescendantNodes().Any(static node
            => node is ArgumentSyntax { Expression: IdentifierNameSyntax, Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax } });
    }
}
