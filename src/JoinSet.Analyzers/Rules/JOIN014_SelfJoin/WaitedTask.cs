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
        while (true)
        {
            switch (at.Parent)
            {
                case AwaitExpressionSyntax:
                    return true;
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax:
                    return isReturnAwaited && !OwnCode.IsAsync(function);
                case MemberAccessExpressionSyntax access when access.Expression == at:
                    if (IsBlocking(access))
                    {
                        return true;
                    }

                    if (!IsSameTask(access))
                    {
                        return false;
                    }

                    at = access.Parent!;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" or "WaitAll", Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" } } all } joint } }:
                    if (all.Name.Identifier.ValueText is "WaitAll")
                    {
                        return joint.ArgumentList.Arguments.Count > 0;
                    }

                    at = joint;
                    continue;
                case { } parent when IsTransparent(parent, at):
                    at = parent;
                    continue;
                default:
                    return false;
            }
        }
    }

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
