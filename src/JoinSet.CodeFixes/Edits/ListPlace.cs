using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Between two statements of a list, or at its end: in front of a token that stays where it is.</summary>
internal sealed class ListPlace(StatementSyntax neighbour, SyntaxToken next) : StatementPlace(neighbour)
{
    private bool FollowsLineEnd => next.GetPreviousToken().IsKind(SyntaxKind.None) || next.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || next.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    internal override void Insert(IReadOnlyList<string> lines, TextEdits edits)
    {
        if (FollowsLineEnd)
        {
            InsertAsLines(lines, edits);
            return;
        }

        TextSpan place = new(next.SpanStart, 0);
        if (lines.Any(EndsInComment))
        {
            edits.Add(new TextEdit(place, "\n" + string.Concat(lines.Select(static line => line + "\n")), isLaidOut: true));
            return;
        }

        string code = string.Join(" ", lines.Select(static line => line.Trim()));
        edits.Add(new TextEdit(place, next.IsKind(SyntaxKind.EndOfFileToken) ? "\n" + string.Join("\n", lines) : code + " ", isLaidOut: true));
    }

    /// <summary>What follows a <c>//</c> on its line would be part of it.</summary>
    private static bool EndsInComment(string line)
        => SyntaxFactory.ParseTokens(line).Any(static token => token.HasLeadingTrivia && token.LeadingTrivia.Any(SyntaxKind.SingleLineCommentTrivia) || token.TrailingTrivia.Any(SyntaxKind.SingleLineCommentTrivia));

    private void InsertAsLines(IReadOnlyList<string> lines, TextEdits edits)
    {
        TextSpan place = new(StartOfLines(), 0);
        string indent = IndentOf(Neighbour.GetFirstToken());
        string code = string.Concat(lines.Select(line => indent + line + "\n"));
        bool standsApart = lines.Count > 1;
        edits.Add(new TextEdit(place, standsApart && !FollowsOpening() ? "\n" + code : code, isLaidOut: true));
        if (standsApart && !IsEnd(edits) && !IsBlankLineAt(place.Start))
        {
            edits.AddOnce(new TextEdit(place, "\n", EditOrder.Close));
        }
    }

    /// <summary>
    /// The start of the line after the previous statement, so that comments above the next one stay with it; but inside an #if that the
    /// next token opens and outside one that it closes.
    /// </summary>
    private int StartOfLines()
    {
        SyntaxTrivia directive = next.LeadingTrivia.LastOrDefault(static trivia => trivia.GetStructure() is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax);
        return directive == default ? next.FullSpan.Start : directive.FullSpan.End;
    }

    private bool FollowsOpening() => next.GetPreviousToken().IsKind(SyntaxKind.OpenBraceToken) || next.GetPreviousToken().IsKind(SyntaxKind.ColonToken);

    private bool IsEnd(TextEdits edits)
        => next.IsKind(SyntaxKind.CloseBraceToken) || next.IsKind(SyntaxKind.EndOfFileToken) || edits.Removes(Neighbour.FullSpan) || IsGoneLast(edits);

    /// <summary>The statement that comes next is removed, and was the last.</summary>
    private bool IsGoneLast(TextEdits edits)
        => next.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement.SpanStart == next.SpanStart
            && edits.Removes(statement.FullSpan) && statement.GetLastToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken);

    private bool IsBlankLineAt(int position)
        => string.IsNullOrWhiteSpace(next.SyntaxTree!.GetText().Lines.GetLineFromPosition(position).ToString());
}
