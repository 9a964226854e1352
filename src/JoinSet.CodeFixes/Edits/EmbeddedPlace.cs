using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>Before or after a statement that stands alone, as in <c>if (x) return;</c>: the two get a block.</summary>
internal sealed class EmbeddedPlace(StatementSyntax statement, bool isBefore) : StatementPlace(statement)
{
    private readonly SyntaxToken _previous = statement.GetFirstToken().GetPreviousToken();

    private string OuterIndent => IndentOf(statement.Parent!.GetFirstToken());

    private string InnerIndent => OuterIndent + "    ";

    private bool EndsItsLine => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    internal override void Insert(IReadOnlyList<string> lines, TextEdits edits)
    {
        string code = string.Concat(lines.Select(line => InnerIndent + line + "\n"));
        TextSpan head = Open(edits);
        TextSpan tail = Close(edits);
        string gap = lines.Count > 1 ? "\n" : "";
        edits.Add(isBefore
            ? new TextEdit(head, code + gap, isLaidOut: true)
            : new TextEdit(tail, gap + code, EditOrder.TailCode, isLaidOut: true));
    }

    /// <summary>The white space before the statement gives way to the brace; a comment there goes into the block with the statement.</summary>
    private TextSpan Open(TextEdits edits)
    {
        TextSpan gap = TextSpan.FromBounds(_previous.Span.End, statement.SpanStart);
        bool isBlank = string.IsNullOrWhiteSpace(statement.SyntaxTree.GetText().ToString(gap));
        if (!isBlank && _previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
        {
            TextSpan line = new(_previous.FullSpan.End, 0);
            edits.AddOnce(new TextEdit(line, OuterIndent + "{\n", EditOrder.Open, isLaidOut: true));
            return line;
        }

        TextSpan head = isBlank ? gap : new(statement.SpanStart, 0);
        edits.AddOnce(new TextEdit(head, "\n" + OuterIndent + "{\n", EditOrder.Open, isLaidOut: true));
        edits.AddOnce(new TextEdit(head, InnerIndent, EditOrder.Close, isLaidOut: true));
        return head;
    }

    private TextSpan Close(TextEdits edits)
    {
        TextSpan tail = new(EndsItsLine ? statement.FullSpan.End : statement.Span.End, 0);
        if (!EndsItsLine)
        {
            edits.AddOnce(new TextEdit(tail, "\n", EditOrder.TailLine, isLaidOut: true));
        }

        edits.AddOnce(new TextEdit(tail, OuterIndent + "}\n", EditOrder.TailBrace, isLaidOut: true));
        return tail;
    }
}
