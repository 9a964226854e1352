using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Makes the collection of tasks a set, and each of its WhenAny turns a join; not offered where a mention of it means something else.</summary>
internal sealed class JoinLoopRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode node = NodeOf(diagnostic, model, cancellationToken);
        if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            || TaskVariable.Of(arguments[0].Expression, model) is not { } tasks
            || call.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } waiting
            || model.GetTypeInfo(waiting, cancellationToken).Type is not INamedTypeSymbol task)
        {
            return false;
        }

        var turns = new List<WhenAnyTurn>();
        foreach (IdentifierNameSyntax mention in tasks.Mentions.Where(WhenAnyTurn.IsWhenAny))
        {
            if (WhenAnyTurn.Of(mention, model) is not { } turn)
            {
                return false;
            }

            turns.Add(turn);
        }

        List<IdentifierNameSyntax> rest = tasks.Mentions.Where(mention => !turns.Exists(turn => turn.Covers(mention))).ToList();
        bool stays = !waiting.Expression.ToString().EndsWith(".ConfigureAwait(false)", StringComparison.Ordinal);
        if (!rest.TrueForAll(static mention => TaskVariable.IsAdd(mention) || TaskVariable.IsCount(mention) || IsJoinAll(mention)) || !tasks.TryBecomeSet(task, stays, edits))
        {
            return false;
        }

        turns.ForEach(turn => turn.Rewrite(tasks.Name, stays, edits));
        foreach (IdentifierNameSyntax mention in rest.Where(IsJoinAll))
        {
            edits.AddOnce(new TextEdit(mention.FirstAncestorOrSelf<InvocationExpressionSyntax>()!.Span, tasks.Name + ".JoinAllAsync()"));
        }

        return true;
    }

    /// <summary><c>await Task.WhenAll(tasks);</c> for what is left.</summary>
    private static bool IsJoinAll(IdentifierNameSyntax mention)
        => mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" }, ArgumentList.Arguments.Count: 1 } call }
            && call.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax };
}
