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
            if (task is not null && CallIn(task) is { } call)
            {
                yield return call;
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

    /// <summary>The call, without what only wraps its task.</summary>
    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax task)
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
                    return task as InvocationExpressionSyntax;
            }
        }
    }
}
