using System.Collections.Immutable;
using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Hops;

/// <summary>Finds the places in one function that may wait for a hop.</summary>
internal sealed class HopWaits(FunctionCode function, BodyCode body)
{
    private const int MostSteps = 64;

    private static readonly string[] s_waiting = ["Wait", "Join", "Until", "Poll", "Retry", "Eventual", "Stop", "Shutdown", "Result", "Take", "Sync", "Drain", "Complete", "Finish", "Cancel", "Dispose", "Close", "Flush", "Change",
        "Read", "Receive", "Accept"];

    /// <summary>What waits at this node; null where it only lets time pass.</summary>
    internal HopWait? At(SyntaxNode waited) => IsPause(waited) ? null : new HopWait(function, NamesBehind([waited]));

    /// <summary>What a branch or loop waits for in one of its parts: a test before it, or no turn at all, may mean that there is nothing to wait for.</summary>
    internal HopWait? After(SyntaxNode condition)
    {
        SyntaxNode? construct = condition.AncestorsAndSelf().TakeWhile(at => at != function.Syntax).FirstOrDefault(at => at == condition && at is CommonForEachStatementSyntax || ConditionOf(at)?.Span.Contains(condition.Span) == true);
        if (construct is null)
        {
            return null;
        }

        List<SyntaxNode> waited = construct.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Where(IsWait).ToList();
        if (Watches.IsPolling(construct))
        {
            waited.Add(condition);
        }

        return waited.Count == 0 ? null : new HopWait(function, NamesBehind(waited), construct);
    }

    /// <summary>Whether a function waits for something, by a look at its own text.</summary>
    internal static bool AppearIn(SyntaxNode function)
        => function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(IsWait);

    /// <summary>Whether a call says by its name that it waits, or ends something.</summary>
    internal static bool IsWaiting(string method) => s_waiting.Any(word => method.Contains(word));

    /// <summary>Whether a call may wait: by its name, or because it is given a task, or a function that nobody knows when it runs.</summary>
    internal static bool MayWait(IInvocationOperation call) => IsWaiting(call.TargetMethod.Name)
        || (HopCalls.KindOf(call) is null && call.TargetMethod.Name is not ("Add" or "WhenAll" or "ContinueWith") && call.Arguments.Any(static argument
            => Signals.CarriesSign(argument.Value.Type) || BodyCode.Plain(argument.Value) is IDelegateCreationOperation));

    private static bool IsWait(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax waiting => !IsPause(waiting.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => IsWaiting(name),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } } => IsWaiting(name),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var name } } => IsWaiting(name),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } => true,
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } => true,
        _ => false,
    };

    private static bool IsPause(SyntaxNode waited) => waited.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" }, Name.Identifier.ValueText: "Delay" or "Yield" } };

    private ImmutableHashSet<string> NamesBehind(IEnumerable<SyntaxNode> waited)
    {
        var names = ImmutableHashSet.CreateBuilder<string>();
        var pending = new Stack<SyntaxNode>(waited);
        for (int steps = 0; pending.Count > 0 && steps < MostSteps; steps++)
        {
            foreach (SimpleNameSyntax name in pending.Pop().DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            {
                if (names.Add(name.Identifier.ValueText) && body.ModelOf(name).GetSymbolInfo(name).Symbol is ILocalSymbol local && body.Values.TryGetValue(local, out List<IOperation>? values))
                {
                    values.ForEach(value => pending.Push(value.Syntax));
                }
            }
        }

        return names.ToImmutable();
    }

    private static ExpressionSyntax? ConditionOf(SyntaxNode node) => node switch
    {
        IfStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        CommonForEachStatementSyntax statement => statement.Expression,
        SwitchStatementSyntax statement => statement.Expression,
        ConditionalExpressionSyntax choice => choice.Condition,
        ConditionalAccessExpressionSyntax access => access.Expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => both.Left,
        _ => null,
    };
}
