using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Awaits ShutdownAsync in place of AbortAll, or joins what AbortAll left.</summary>
internal sealed class ReapRemedy(string key, string title, bool isShutdown) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode at = NodeOf(diagnostic, model, cancellationToken);
        if (at is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax abort }
            || !AsyncFunction.Around(statement, model, cancellationToken).TryMakeAsync([StatementPlace.Before(statement)], edits))
        {
            return false;
        }

        if (isShutdown)
        {
            edits.AddOnce(new TextEdit(new(statement.SpanStart, 0), "await ", EditOrder.Open));
            edits.AddOnce(new TextEdit(abort.Name.Span, "ShutdownAsync"));
            return true;
        }

        string result = FreeName.For("result", statement.SpanStart, model);
        StatementPlace.After(statement).Insert(
            [$"await foreach (var {result} in {abort.Expression})", "{", $"    if (!{result}.IsCanceled)", "    {", $"        {result}.ThrowIfFailed();", "    }", "}"],
            edits);
        return true;
    }
}
