using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>Tasks that are known to be complete, so that asking for their result waits for nothing.</summary>
/// <remarks>Judged by order in the text: a task that was awaited further up on some path is left alone on all.</remarks>
internal static class CompletedTasks
{
    internal static bool Knows(ExpressionSyntax task, SyntaxNode place)
    {
        ExpressionSyntax bare = WithoutCalls(task);
        if (IsMadeComplete(bare))
        {
            return true;
        }

        SyntaxNode member = place.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        HashSet<string> names = NamesOf(bare, member, out bool isBornComplete);
        return isBornComplete || (names.Count > 0 && member.DescendantNodes(node => node.SpanStart < place.SpanStart).Any(node => node.Span.End <= place.SpanStart && Completes(node, names)));
    }

    /// <summary>The task, without what only wraps it: <c>AsTask()</c>, <c>ConfigureAwait(false)</c>, <c>tasks[i]</c>, parentheses.</summary>
    private static ExpressionSyntax WithoutCalls(ExpressionSyntax task)
    {
        while (true)
        {
            switch (task)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsTask" or "ConfigureAwait" or "Preserve" } wrapper }:
                    task = wrapper.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    task = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    task = suppressed.Operand;
                    break;
                case ElementAccessExpressionSyntax element:
                    task = element.Expression;
                    break;
                default:
                    return task;
            }
        }
    }

    private static bool IsMadeComplete(ExpressionSyntax task) => task switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" or "FromException" or "FromCanceled" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAny" } } } => true,
        _ => false,
    };

    /// <summary>The variable that the task is in, and the collection that it was taken from.</summary>
    private static HashSet<string> NamesOf(ExpressionSyntax task, SyntaxNode member, out bool isBornComplete)
    {
        var names = new HashSet<string>();
        isBornComplete = false;
        string? name = task switch
        {
            IdentifierNameSyntax variable => variable.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Task", Expression: IdentifierNameSyntax source } => source.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
        {
            return names;
        }

        names.Add(name);
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            switch (node)
            {
                case ForEachStatementSyntax loop when loop.Identifier.ValueText == name:
                    names.UnionWith(NamesIn(loop.Expression));
                    isBornComplete |= HasWhenEach(loop.Expression);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when variable.Identifier.ValueText == name:
                    isBornComplete |= IsMadeComplete(WithoutCalls(value)) || value is AwaitExpressionSyntax;
                    break;
            }
        }

        return names;
    }

    private static bool HasWhenEach(ExpressionSyntax source) => NamesIn(source).Contains("WhenEach");

    /// <summary>An await that the task takes part in, a look at whether it is complete, or the completion of its source.</summary>
    private static bool Completes(SyntaxNode node, HashSet<string> names) => node switch
    {
        AwaitExpressionSyntax waiting => IsOn(waiting.Expression, names),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status" } look => Mentions(look.Expression, names),
        IsPatternExpressionSyntax pattern => Mentions(pattern.Expression, names),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetResult" or "TrySetResult" or "SetException" or "TrySetException" } source => Mentions(source.Expression, names),
        _ => false,
    };

    /// <summary>The task itself, or one of the arguments: <c>await client.GetAsync(…)</c> tells nothing about <c>client</c>.</summary>
    private static bool IsOn(ExpressionSyntax awaited, HashSet<string> names)
    {
        ExpressionSyntax task = WithoutCalls(awaited);
        return task is InvocationExpressionSyntax call
            ? Mentions(call.ArgumentList, names) || (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAsync" } access && Mentions(access.Expression, names))
            : Mentions(task, names);
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> names) => NamesIn(node).Any(names.Contains);

    private static IEnumerable<string> NamesIn(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);
}
