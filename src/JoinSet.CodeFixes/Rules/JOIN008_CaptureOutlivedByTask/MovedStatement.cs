using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A whole statement that goes to another place, with the comments above it.</summary>
internal static class MovedStatement
{
    /// <summary>The statement and those beside it; empty where it stands alone.</summary>
    internal static IReadOnlyList<StatementSyntax> ListAround(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList(),
        _ => [],
    };

    internal static bool CanMove(StatementSyntax statement)
        => !statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Concat(statement.DescendantTrivia()).Any(static trivia => trivia.IsDirective);

    internal static void Move(StatementSyntax statement, StatementPlace place, TextEdits edits)
    {
        if (!edits.IsFirstFor($"move {statement.Span}"))
        {
            return;
        }

        edits.Add(new TextEdit(statement.FullSpan, ""));
        place.Insert(LinesOf(statement), edits);
    }

    private static List<string> LinesOf(StatementSyntax statement)
    {
        SourceText text = statement.SyntaxTree.GetText();
        string first = text.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        string indent = first.Substring(0, first.Length - first.TrimStart().Length);
        return statement.ToFullString().Replace("\r\n", "\n").Trim('\n', ' ', '\t').Split('\n')
            .Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line.Substring(indent.Length) : line)
            .ToList();
    }
}
