using JoinSets.Analyzers.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Whether a function does not end before a task that it started: it awaits it, blocks on it, or returns it as its own.</summary>
internal static class WaitedTask
{
    internal static bool IsAwaitedAt(ExpressionSyntax task, SyntaxNode function, bool isReturnAwaited)
    {
        SyntaxNode at = task;
        while (CarrierOf(at) is { } carrier)
        {
            at = carrier;
        }

        return at.Parent switch
        {
            AwaitExpressionSyntax => true,
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax => isReturnAwaited && !OwnCode.IsAsync(function),
            MemberAccessExpressionSyntax access => access.Expression == at && IsBlocking(access),
            _ => GatheredBy(at, "WaitAll") is not null,
        };
    }

    /// <summary>The expression around a task that ends no sooner than the task does.</summary>
    private static SyntaxNode? CarrierOf(SyntaxNode task) => task.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == task => IsSameTask(access) ? access.Parent : null,
        { } parent when IsTransparent(parent, task) => parent,
        _ => GatheredBy(task, "WhenAll"),
    };

    /// <summary>The call of Task.WhenAll or Task.WaitAll that the task is an argument of.</summary>
    private static InvocationExpressionSyntax? GatheredBy(SyntaxNode task, string method)
        => task.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" } } called } call }
            && called.Name.Identifier.ValueText == method
                ? call
                : null;

    private static bool IsTransparent(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax => true,
        ConditionalAccessExpressionSyntax access => access.WhenNotNull == child,
        ConditionalExpressionSyntax choice => choice.Condition != child,
        SwitchExpressionArmSyntax arm => arm.Expression == child,
        BinaryExpressionSyntax { OperatorToken.ValueText: "??" } => true,
        _ => false,
    };

    /// <summary>A wait without a time limit and without a token.</summary>
    private static bool IsBlocking(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText switch
    {
        "Result" => true,
        "Wait" or "GetResult" => access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 },
        _ => false,
    };

    private static bool IsSameTask(MemberAccessExpressionSyntax access)
        => access is { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "GetAwaiter", Parent: InvocationExpressionSyntax };
}
