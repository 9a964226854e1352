using JoinSets.Analyzers.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>The calls that a function waits for itself, or whose tasks it hands on as its own.</summary>
/// <remarks>Not those in a <c>catch</c> or <c>finally</c>: cleaning up may well go on after an abort.</remarks>
internal static class AwaitedCalls
{
    internal static IEnumerable<InvocationExpressionSyntax> In(SyntaxNode function)
        => TasksIn(function).SelectMany(CallsIn);

    private static IEnumerable<ExpressionSyntax> TasksIn(SyntaxNode function)
    {
        bool isAsync = IsAsync(function);
        foreach (SyntaxNode node in function.DescendantNodes(at => at == function || (!TaskSyntax.IsFunction(at) && at is not (CatchClauseSyntax or FinallyClauseSyntax))))
        {
            ExpressionSyntax? task = node switch
            {
                AwaitExpressionSyntax waiting => waiting.Expression,
                ReturnStatementSyntax { Expression: { } value } when !isAsync => value,
                ArrowExpressionClauseSyntax arrow when !isAsync => arrow.Expression,
                CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } loop => loop.Expression,
                ExpressionSyntax body when !isAsync && node.Parent == function && node == (function as AnonymousFunctionExpressionSyntax)?.ExpressionBody => body,
                _ => null,
            };
            if (task is not null)
            {
                yield return task;
            }
        }
    }

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>The call that gives the task; where <c>Task.WhenAll</c> or <c>WhenAny</c> gives it, those that give its tasks.</summary>
    private static IEnumerable<InvocationExpressionSyntax> CallsIn(ExpressionSyntax task) => Bare(task) switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" or "WhenAny", Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" } } } all
            => all.ArgumentList.Arguments.Select(static argument => Bare(argument.Expression)).OfType<InvocationExpressionSyntax>(),
        InvocationExpressionSyntax call => [call],
        _ => [],
    };

    /// <summary>The task, without what only wraps it.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax task)
    {
        while (true)
        {
            switch (task)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    task = parenthesized.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" } wrapper }:
                    task = wrapper.Expression;
                    break;
                default:
                    return task;
            }
        }
    }
}
