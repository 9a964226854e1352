using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>From the first task in a set to the places where its life ends normally.</summary>
internal sealed class SetLife(SetLocal set, Diagnostic diagnostic, SemanticModel model)
{
    /// <summary>
    /// Every place where control leaves the set's life; none where it cannot be told. The set is left as late as can be, so that its
    /// tasks overlap with what the function does meanwhile; but before a statement that uses an object which the tasks use too.
    /// </summary>
    internal IReadOnlyList<StatementPlace> Ends()
    {
        if (LifeScope.Of(set) is not { } scope)
        {
            return [];
        }

        List<StatementSyntax> statements = scope.Statements.TakeWhile(statement => statement != scope.Disposal).Where(statement => statement.Span.End > FirstFill).ToList();
        StatementSyntax? next = FirstSharing(statements) ?? scope.Disposal;
        List<StatementSyntax> life = statements.TakeWhile(statement => statement != next).ToList();
        if (life.Count == 0 || model.AnalyzeControlFlow(life[0], life[life.Count - 1]) is not { Succeeded: true } flow)
        {
            return [];
        }

        var seen = new SeenDrain(set);
        List<StatementSyntax> replacements = Replacements(life).Where(MayHoldTasks).Where(replacement => !seen.ComesBefore(replacement)).ToList();
        if (replacements.Count > 0 && set.Declarator.Initializer?.Value is not BaseObjectCreationExpressionSyntax)
        {
            return []; // there may be no set yet
        }

        List<StatementSyntax> exits = flow.ExitPoints.OfType<StatementSyntax>().Concat(replacements).Where(MayHoldTasks).ToList();
        List<StatementPlace> undrained = exits.FindAll(exit => !seen.ComesBefore(exit)).ConvertAll(StatementPlace.Before);
        StatementPlace end = next is null ? StatementPlace.AtEndOf(life) : StatementPlace.Before(next);
        if (flow.EndPointIsReachable && !seen.EndsIn(life))
        {
            undrained.Add(end);
        }

        // Where every exit looks drained, the path that is reported is an odd one: then all of them are made safe.
        return undrained.Count > 0
            ? undrained
            : flow.EndPointIsReachable ? [.. exits.ConvertAll(StatementPlace.Before), end] : exits.ConvertAll(StatementPlace.Before);
    }

    private int FirstFill => Fills.Select(static fill => fill.SourceSpan.Start).DefaultIfEmpty(set.Declarator.SpanStart).First();

    private IEnumerable<Location> Fills => diagnostic.AdditionalLocations;

    /// <summary>The statements that give the variable another set: the life of the one before ends there.</summary>
    private IEnumerable<StatementSyntax> Replacements(List<StatementSyntax> life)
        => life.SelectMany(set.MentionsIn)
            .Where(static mention => mention.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment && assignment.Left == mention)
            .Select(static mention => mention.FirstAncestorOrSelf<StatementSyntax>()!);

    /// <summary>An exit that no spawn can come before has nothing to drain.</summary>
    private bool MayHoldTasks(StatementSyntax exit) => Fills.Any(fill => BranchOrder.CanComeBefore(exit, NodeAt(fill), set.Scope));

    private SyntaxNode NodeAt(Location place) => set.Declarator.SyntaxTree.GetRoot().FindNode(place.SourceSpan);

    /// <summary>The first statement after the set's last mention that works on what the tasks may still be working on.</summary>
    private StatementSyntax? FirstSharing(List<StatementSyntax> statements)
    {
        int lastMention = statements.FindLastIndex(statement => set.MentionsIn(statement).Any());
        var shared = new SharedState(Fills.Select(NodeAt), model);
        return statements.Skip(lastMention + 1).FirstOrDefault(shared.IsUsedBy);
    }
}
