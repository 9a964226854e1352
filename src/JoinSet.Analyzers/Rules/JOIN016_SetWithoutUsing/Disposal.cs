using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>What in the source sees to a set when an exception passes.</summary>
/// <remarks>A body may hold thousands of places where one could: what stands around them is looked at once.</remarks>
internal sealed class Disposal(string set)
{
    /// <summary>For each list of statements that was asked about, where its first using declaration of the set starts.</summary>
    private readonly Dictionary<SyntaxNode, int> _declarations = [];

    /// <summary>For each statement, clause and handler that was asked about, whether it speaks of the set.</summary>
    private readonly Dictionary<SyntaxNode, bool> _mentions = [];

    /// <summary>Whether the variable is declared by a using.</summary>
    internal static bool IsDeclaredFor(SyntaxToken identifier) => identifier.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && statement is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    /// <summary>Whether a finally block, a handler of everything or a using around the place speaks of the set.</summary>
    internal bool Guards(SyntaxNode place)
    {
        foreach (SyntaxNode node in place.AncestorsAndSelf().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            bool isGuarded = node switch
            {
                UsingStatementSyntax statement => Mentions((SyntaxNode?)statement.Expression ?? statement.Declaration),
                TryStatementSyntax guarded => Mentions(guarded.Finally) || guarded.Catches.Any(handler => CatchesAll(handler) && (Mentions(handler) || !handler.Span.Contains(place.Span))),
                BlockSyntax block => IsDeclaredIn(block, block.Statements, place),
                _ => false,
            };
            if (isGuarded)
            {
                return true;
            }
        }

        return place.SyntaxTree.GetRoot() is CompilationUnitSyntax unit
            && IsDeclaredIn(unit, unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement), place);
    }

    // A later `await using var x = set;` or `await using var x = set.ConfigureAwait(false);` guards what follows it.
    private bool IsDeclaredIn(SyntaxNode list, IEnumerable<StatementSyntax> statements, SyntaxNode place)
    {
        if (!_declarations.TryGetValue(list, out int start))
        {
            start = statements.FirstOrDefault(Declares)?.SpanStart ?? int.MaxValue;
            _declarations.Add(list, start);
        }

        return start < place.SpanStart;
    }

    private bool Declares(StatementSyntax statement)
        => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } && Mentions(statement);

    private static bool CatchesAll(CatchClauseSyntax handler)
        => handler.Filter is null && (handler.Declaration is null || handler.Declaration.Type.ToString() is "Exception" or "System.Exception");

    private bool Mentions(SyntaxNode? node)
    {
        if (node is null)
        {
            return false;
        }

        if (!_mentions.TryGetValue(node, out bool isMentioned))
        {
            isMentioned = node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == set);
            _mentions.Add(node, isMentioned);
        }

        return isMentioned;
    }
}
