using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>Writes, where a set is joined, that each result is added to what it was meant for.</summary>
internal sealed class JoinFold(GatheredJoin join, Contribution contribution, string target, SemanticModel model)
{
    internal void Write(TextEdits edits)
    {
        if (join.Body is { } body)
        {
            WriteInLoop(body, edits);
        }
        else
        {
            WriteAfterAll((ExpressionStatementSyntax)join.Statement, edits);
        }
    }

    private void WriteAfterAll(ExpressionStatementSyntax statement, TextEdits edits)
    {
        if (contribution.Bulk is { } bulk)
        {
            edits.AddOnce(new TextEdit(new(statement.SpanStart, 0), $"{target}.{bulk}("));
            edits.AddOnce(new TextEdit(new(statement.Expression.Span.End, 0), ")"));
            return;
        }

        string[] names = Names(statement.SpanStart, scope: null, edits);
        string each = names.Length == 1 ? $"{contribution.TypeName} {names[0]}" : $"var ({names[0]}, {names[1]})";
        edits.Add(new TextEdit(statement.Span, $"foreach ({each} in {statement.Expression})\n{{\n{Fold(names)}\n}}", isLaidOut: true));
    }

    private void WriteInLoop(StatementSyntax body, TextEdits edits)
    {
        string result = join.Result.Text;
        if (CheckIn(body) is { } check)
        {
            edits.Add(new TextEdit(check.Span, string.Join("\n", LinesOf($"{result}.Value", check.SpanStart, body, edits)), isLaidOut: true));
            return;
        }

        string[] names = Names(body.SpanStart, body, edits);
        if (names.Length == 1)
        {
            StatementPlace.AtStartOf(body).Insert([$"if ({result}.TryGetValue(out var {names[0]}))", "{", .. Fold(names).Split('\n').Select(static line => "    " + line), "}"], edits);
            return;
        }

        string entry = FreeName.For("entry", body.SpanStart, model, edits, body);
        StatementPlace.AtStartOf(body).Insert([$"if ({result}.TryGetValue(out var {entry}))", "{", "    " + Fold([$"{entry}.Key", $"{entry}.Value"]), "}"], edits);
    }

    // result.ThrowIfFailed(); the first statement of the loop: asking for the value does the same.
    private ExpressionStatementSyntax? CheckIn(StatementSyntax body)
    {
        StatementSyntax? first = body is BlockSyntax block ? block.Statements.FirstOrDefault() : body;
        return first is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfFailed", Expression: IdentifierNameSyntax name } } } check && name.Identifier.ValueText == join.Result.ValueText
            ? check
            : null;
    }

    private IEnumerable<string> LinesOf(string value, int position, SyntaxNode scope, TextEdits edits)
    {
        if (contribution.Count == 1 && !contribution.Fold.Contains('\n'))
        {
            return [Fold([value])];
        }

        string[] names = Names(position, scope, edits);
        return [names.Length == 1 ? $"{contribution.TypeName} {names[0]} = {value};" : $"var ({names[0]}, {names[1]}) = {value};", Fold(names)];
    }

    private string Fold(IReadOnlyList<string> values)
        => values.Select((value, index) => (value, index)).Aggregate(contribution.Fold, static (fold, one) => fold.Replace("{" + one.index + "}", one.value));

    private string[] Names(int position, SyntaxNode? scope, TextEdits edits) => contribution.Count == 1
        ? [FreeName.For("value", position, model, edits, scope)]
        : [FreeName.For("key", position, model, edits, scope), FreeName.For("value", position, model, edits, scope)];
}
