using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Async;

/// <summary>Whether the language allows an await at a place of an async function.</summary>
internal static class AwaitPlace
{
    internal static bool Allows(SyntaxNode place, SyntaxNode function)
        => !place.AncestorsAndSelf().TakeWhile(ancestor => ancestor != function).Any(Forbids) && !IsUnsafe(function);

    private static bool Forbids(SyntaxNode node) => node is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax;

    private static bool IsUnsafe(SyntaxNode function) => function.AncestorsAndSelf().Any(static node => ModifiersOf(node).Any(SyntaxKind.UnsafeKeyword));

    private static SyntaxTokenList ModifiersOf(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax member => member.Modifiers,
        LocalFunctionStatementSyntax function => function.Modifiers,
        _ => default,
    };
}
