using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// Makes the collection of tasks a set and the loop over it a join loop. A collection that must stay what it is, an array with a length
/// say, is poured into a set before the loop.
/// </summary>
internal sealed class CompletionOrderRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode node = NodeOf(diagnostic, model, cancellationToken);
        if (node.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } waiting
            || waiting.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault() is not { } task
            || waiting.Ancestors().OfType<ForEachStatementSyntax>().FirstOrDefault(loop => loop.Identifier.ValueText == task.Identifier.ValueText) is not { } loop
            || loop.Parent is SwitchSectionSyntax
            || HasComment(loop)
            || model.GetTypeInfo(task, cancellationToken).Type is not INamedTypeSymbol type)
        {
            return false;
        }

        string result = FreeName.For("result", loop.Statement.SpanStart, model, loop.Statement);
        bool stays = !waiting.Expression.ToString().Contains("ConfigureAwait(false)");
        if (FinishedTask.AsResult(task, result) is not { } use || SetFor(loop, type, stays, model, edits) is not { } set)
        {
            return false;
        }

        edits.AddOnce(use);
        string source = stays ? set : set + ".JoinEachAsync().ConfigureAwait(false)";
        edits.AddOnce(new TextEdit(TextSpan.FromBounds(loop.ForEachKeyword.SpanStart, loop.CloseParenToken.Span.End), $"await foreach (var {result} in {source})"));
        return true;
    }

    /// <summary>The name of the set that holds the tasks of the loop.</summary>
    private static string? SetFor(ForEachStatementSyntax loop, INamedTypeSymbol task, bool stays, SemanticModel model, TextEdits edits)
    {
        if (TaskVariable.Of(loop.Expression, model) is { } tasks
            && tasks.Mentions.All(mention => mention == loop.Expression || TaskVariable.IsAdd(mention) || (TaskVariable.IsCount(mention) && mention.SpanStart < loop.SpanStart))
            && tasks.TryBecomeSet(task, stays, edits))
        {
            return tasks.Name;
        }

        string set = FreeName.For("set", loop.SpanStart, model, edits, loop.Parent);
        if (SetType.For(task, loop.SpanStart, model, edits) is not { } type)
        {
            return null;
        }

        IReadOnlyList<string> starts = StartingTasks.Lines(loop.Expression, set, model, edits) is { Count: > 0 } own
            ? own
            : [$"foreach (var {loop.Identifier.Text} in {loop.Expression})", "{", $"    {set}.Add({loop.Identifier.Text});", "}"];
        StatementPlace.Before(loop).Insert([.. NewSet.Lines(set, type, stays, loop.SpanStart, model, edits), .. starts], edits);
        return set;
    }

    private static bool HasComment(ForEachStatementSyntax loop)
        => loop.DescendantTrivia().Any(trivia => trivia.SpanStart > loop.SpanStart && trivia.SpanStart < loop.CloseParenToken.SpanStart && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
