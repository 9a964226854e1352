using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.TaskLoops;

/// <summary>A use of a finished task, as the same use of a join result.</summary>
internal static class FinishedTask
{
    /// <summary>The edit; null where a join result has nothing that means the same.</summary>
    internal static TextEdit? AsResult(IdentifierNameSyntax task, string result)
    {
        ExpressionSyntax use = Use(task);
        if (use == task)
        {
            return null;
        }

        if (use.Parent is ExpressionStatementSyntax)
        {
            return new TextEdit(use.Span, result + ".ThrowIfFailed()");
        }

        return new TextEdit(use.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Span : use.Span, result + ".Value");
    }

    /// <summary>The await, or the look at the result, around the task; the task itself where there is neither.</summary>
    private static ExpressionSyntax Use(IdentifierNameSyntax task)
    {
        ExpressionSyntax at = task;
        while (at.Parent is ExpressionSyntax outer)
        {
            switch (outer)
            {
                case AwaitExpressionSyntax:
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } when at == task:
                    return outer;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax call } access when access.Expression == at:
                    at = call;
                    break;
                case ParenthesizedExpressionSyntax:
                    at = outer;
                    break;
                default:
                    return task;
            }
        }

        return task;
    }
}
