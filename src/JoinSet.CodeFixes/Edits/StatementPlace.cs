using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Edits;

/// <summary>A place among statements where new ones can stand.</summary>
internal abstract class StatementPlace(SyntaxNode neighbour)
{
    /// <summary>The statement, or list of statements, that the place belongs to: what holds there, a lock say, holds for the new code.</summary>
    internal SyntaxNode Neighbour => neighbour;

    /// <summary>Right before a statement, in a block of its own where the statement stands in no list: <c>if (x) return;</c></summary>
    internal static StatementPlace Before(StatementSyntax statement)
        => IsInList(statement) ? new ListPlace(statement, statement.GetFirstToken()) : new EmbeddedPlace(statement, isBefore: true);

    /// <summary>At the end of a list of statements, before local functions at its end: they are read as an appendix.</summary>
    internal static StatementPlace AtEndOf(IReadOnlyList<StatementSyntax> statements)
    {
        int end = statements.Count;
        while (end > 0 && statements[end - 1] is LocalFunctionStatementSyntax)
        {
            end--;
        }

        return After(statements[Math.Max(end - 1, 0)]);
    }

    /// <summary>The first thing in the body of a loop or branch.</summary>
    internal static StatementPlace AtStartOf(StatementSyntax body) => body switch
    {
        BlockSyntax { Statements.Count: > 0 } block => Before(block.Statements[0]),
        BlockSyntax or EmptyStatementSyntax => new EmptyPlace(body),
        _ => Before(body),
    };

    /// <summary>Right after a statement, in a block of its own where the statement stands in no list.</summary>
    internal static StatementPlace After(StatementSyntax statement) => IsInList(statement)
        ? new ListPlace(statement, statement.GetLastToken().GetNextToken(includeZeroWidth: true))
        : new EmbeddedPlace(statement, isBefore: false);

    /// <summary>Adds the edits that put these lines there.</summary>
    internal abstract void Insert(IReadOnlyList<string> lines, TextEdits edits);

    /// <summary>The white space that the line of this token starts with.</summary>
    protected static string IndentOf(SyntaxToken token)
    {
        string line = token.SyntaxTree!.GetText().Lines.GetLineFromPosition(token.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static bool IsInList(StatementSyntax statement)
        => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;
}
