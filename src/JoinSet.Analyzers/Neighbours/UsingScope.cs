using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>Where the source opens a using.</summary>
internal static class UsingScope
{
    /// <summary>Whether a node around <paramref name="place"/>, below <paramref name="outer"/>, opens a using: in a statement or in a declaration.</summary>
    internal static bool IsOpenedBetween(SyntaxNode place, SyntaxNode outer) => place
        .Ancestors()
        .TakeWhile(at => at != outer)
        .Any(static at => at is UsingStatementSyntax || StatementsOf(at).Any(IsOpenedBy));

    internal static bool IsOpenedBy(StatementSyntax statement)
        => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    /// <summary>The statements that stand directly in a block, a switch section or a file.</summary>
    internal static IEnumerable<StatementSyntax> StatementsOf(SyntaxNode node) => node switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
        _ => [],
    };
}
