using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Edits;

/// <summary>In a body that has no statement yet: <c>{ }</c> or <c>;</c>.</summary>
internal sealed class EmptyPlace(StatementSyntax body) : StatementPlace(body)
{
    internal override void Insert(IReadOnlyList<string> lines, TextEdits edits)
    {
        string indent = IndentOf(body.Parent!.GetFirstToken());
        string code = string.Concat(lines.Select(line => indent + "    " + line + "\n"));
        edits.Add(HasComment
            ? new TextEdit(new(StartOfLastLine, 0), code, isLaidOut: true)
            : new TextEdit(TextSpan.FromBounds(body.GetFirstToken().GetPreviousToken().Span.End, body.Span.End), "\n" + indent + "{\n" + code + indent + "}", isLaidOut: true));
    }

    private int StartOfLastLine
    {
        get
        {
            TextLine line = body.SyntaxTree.GetText().Lines.GetLineFromPosition(body.GetLastToken().SpanStart);
            return string.IsNullOrWhiteSpace(line.ToString().Substring(0, body.GetLastToken().SpanStart - line.Start)) ? line.Start : body.GetLastToken().SpanStart;
        }
    }

    private bool HasComment => body.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(body.DescendantTrivia())
        .Any(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
