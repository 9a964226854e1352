using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>What in the source sees to a set when an exception passes.</summary>
internal static class Disposal
{
    /// <summary>Whether the variable is declared by a using.</summary>
    internal static bool IsDeclaredFor(SyntaxToken identifier) => identifier.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && statement is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    /// <summary>Whether a finally block, a handler of everything or a using around the place speaks of the set.</summary>
    internal static bool Guards(SyntaxNode place, string set)
    {
        foreach (SyntaxNode node in place.AncestorsAndSelf().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            bool isGuarded = node switch
            {
                UsingStatementSyntax statement => Mentions((SyntaxNode?)statement.Expression ?? statement.Declaration, set),
                TryStatementSyntax guarded => Mentions(guarded.Finally, set) || guarded.Catches.Any(handler => CatchesAll(handler) && (Mentions(handler, set) || !handler.Span.Contains(place.Span))),
                BlockSyntax block => IsDeclaredIn(block.Statements, place, set),
                _ => false,
            };
            if (isGuarded)
            {
                return true;
            }
        }

        return place.SyntaxTree.GetRoot() is CompilationUnitSyntax unit
            && IsDeclaredIn(unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement), place, set);
    }

    // A later `await using var x = set;` or `await using var x = set.ConfigureAwait(false);` guards what follows it.
    private static bool IsDeclaredIn(IEnumerable<StatementSyntax> statements, SyntaxNode place, string set) => statements
        .TakeWhile(statement => statement.SpanStart < place.SpanStart)
        .Any(statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } declaration && Mentions(declaration, set));

    private static bool CatchesAll(CatchClauseSyntax handler)
        => handler.Filter is null && (handler.Declaration is null || handler.Declaration.Type.ToString() is "Exception" or "System.Exception");

    private static bool Mentions(SyntaxNode? node, string set)
        => node is not null && node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == set);
}
