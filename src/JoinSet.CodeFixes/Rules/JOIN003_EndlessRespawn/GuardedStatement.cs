using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Puts a statement under a condition, with its comments and its layout.</summary>
internal sealed class GuardedStatement(StatementSyntax statement)
{
    private readonly SourceText _text = statement.SyntaxTree.GetText();

    private TextLine First => _text.Lines.GetLineFromPosition(statement.SpanStart);

    private TextLine Last => _text.Lines.GetLineFromPosition(statement.Span.End);

    private string Indent => First.ToString().Substring(0, statement.SpanStart - First.Start);

    private string Step => Indentation.StepOf(statement.SyntaxTree);

    /// <summary>Alone on its lines, but for a comment at the end; and not before an else, which would then belong to the new if.</summary>
    private bool StandsAlone
        => string.IsNullOrWhiteSpace(Indent)
            && statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            && !statement.GetLastToken().GetNextToken().IsKind(SyntaxKind.ElseKeyword);

    internal void Under(string condition, TextEdits edits)
    {
        if (!StandsAlone)
        {
            edits.AddOnce(new TextEdit(new(statement.SpanStart, 0), IsEmbedded ? $"{{ if ({condition}) {{ " : $"if ({condition}) {{ "));
            edits.AddOnce(new TextEdit(new(statement.Span.End, 0), IsEmbedded ? " } }" : " }"));
            return;
        }

        edits.AddOnce(new TextEdit(new(statement.SpanStart, 0), $"if ({condition})\n{Indent}{{\n{Indent}{Step}"));
        for (int line = First.LineNumber + 1; line <= Last.LineNumber; line++)
        {
            PushIn(_text.Lines[line], edits);
        }

        edits.AddOnce(new TextEdit(new(Last.End, 0), $"\n{Indent}}}"));
    }

    private bool IsEmbedded => statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);

    /// <summary>A line that starts in the middle of a string, or with a #, keeps its place.</summary>
    private void PushIn(TextLine line, TextEdits edits)
    {
        string text = line.ToString().TrimStart();
        SyntaxToken token = statement.FindToken(line.Start);
        if (text.Length > 0 && text[0] != '#' && !(token.SpanStart < line.Start && token.Span.End > line.Start))
        {
            edits.AddOnce(new TextEdit(new(line.Start, 0), Step));
        }
    }
}
