using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Waits for a task that is at hand: <c>.Result</c>, <c>.Wait()</c>, <c>.GetAwaiter().GetResult()</c>.</summary>
internal static class TaskWait
{
    /// <summary>The edits that leave the task itself, to be awaited; null where the wait says more than that.</summary>
    internal static IReadOnlyList<TextEdit>? EditsFor(ExpressionSyntax wait, SemanticModel model) => wait switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => Leave(result.Expression, wait, model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } } }
            => Leave(awaiter.Expression, wait, model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } access, ArgumentList.Arguments.Count: 0 } => Leave(access.Expression, wait, model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } access, ArgumentList.Arguments: { Count: 1 } arguments }
            when IsToken(arguments[0].Expression, model) && CanWaitAsync(access.Expression, model) => [new TextEdit(access.Name.Span, "WaitAsync")],
        _ => null,
    };

    private static IReadOnlyList<TextEdit> Leave(ExpressionSyntax task, ExpressionSyntax wait, SemanticModel model)
    {
        var rest = new TextEdit(TextSpan.FromBounds(task.Span.End, wait.Span.End), "");
        return AsyncCall.TokenFor(task, model) is { } token ? [token, rest] : [rest];
    }

    private static bool IsToken(ExpressionSyntax argument, SemanticModel model) => model.GetTypeInfo(argument).ConvertedType is { Name: "CancellationToken" };

    private static bool CanWaitAsync(ExpressionSyntax task, SemanticModel model)
        => model.GetTypeInfo(task).Type is { } type && !model.LookupSymbols(task.SpanStart, type, "WaitAsync").IsEmpty;
}
