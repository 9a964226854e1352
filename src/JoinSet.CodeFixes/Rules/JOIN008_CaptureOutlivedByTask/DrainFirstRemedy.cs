using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The join comes before the disposal: one that stands after it is moved, or a new one is written where there is none.</summary>
internal sealed class DrainFirstRemedy() : Remedy("JOIN008.Drain", "Join the tasks first")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (OutlivedCapture.Of(diagnostic, model, cancellationToken) is not { } capture)
        {
            return false;
        }

        IReadOnlyList<StatementSyntax> list = MovedStatement.ListAround(capture.Disposal);
        List<StatementSyntax> after = list.SkipWhile(statement => statement != capture.Disposal).Skip(1).ToList();
        return capture.Disposal switch
        {
            UsingStatementSyntax { Statement: BlockSyntax block } => TryPlanBlock(capture, block, after, model, edits, cancellationToken),
            ExpressionStatementSyntax call => TryPlanCall(capture, call, after, model, edits, cancellationToken),
            LocalDeclarationStatementSyntax => !after.SelectMany(JoinsIn).Any(capture.IsSet) && TryJoin(capture, after, model, edits, cancellationToken),
            _ => false,
        };
    }

    private static bool TryPlanBlock(OutlivedCapture capture, BlockSyntax block, List<StatementSyntax> after, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (block.Statements.Count == 0 || block.Statements.SelectMany(JoinsIn).Any(capture.IsSet) || Leaves(block.Statements))
        {
            return false;
        }

        if (after.FirstOrDefault() is { } drain && capture.IsDrain(drain) && MovedStatement.CanMove(drain))
        {
            MovedStatement.Move(drain, StatementPlace.AtEndOf(block.Statements), edits);
            return true;
        }

        return !after.Any(capture.Mentions) && TryJoin(capture, block.Statements, model, edits, cancellationToken);
    }

    private static bool TryPlanCall(OutlivedCapture capture, ExpressionStatementSyntax call, List<StatementSyntax> after, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (after.Find(statement => capture.IsDrain(statement) || (statement is LocalDeclarationStatementSyntax && capture.JoinsAll(statement))) is { } drain)
        {
            if (!MovedStatement.CanMove(call) || Leaves(after.TakeWhile(statement => statement != drain)))
            {
                return false;
            }

            MovedStatement.Move(call, StatementPlace.After(drain), edits);
            return true;
        }

        return !after.SelectMany(JoinsIn).Any(capture.IsSet) && TryInsert(capture, [StatementPlace.Before(call)], model, edits, cancellationToken);
    }

    // At every end of the list that can be reached after the spawn; not where a loop might be left by it, whose results would be lost.
    private static bool TryJoin(OutlivedCapture capture, IReadOnlyList<StatementSyntax> scope, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        List<StatementSyntax> life = scope.SkipWhile(statement => !statement.Span.Contains(capture.SetName.Span)).ToList();
        if (life.Count == 0 || model.AnalyzeControlFlow(life[0], life[life.Count - 1]) is not { Succeeded: true } flow)
        {
            return false;
        }

        List<StatementSyntax> exits = flow.ExitPoints.OfType<StatementSyntax>().ToList();
        if (exits.Any(static exit => exit.Ancestors().TakeWhile(static at => at is not AnonymousFunctionExpressionSyntax).Any(static at => at is WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax) || exit is YieldStatementSyntax))
        {
            return false;
        }

        IEnumerable<StatementPlace> places = exits.Select(StatementPlace.Before);
        return TryInsert(capture, flow.EndPointIsReachable ? [.. places, StatementPlace.AtEndOf(life)] : places.ToList(), model, edits, cancellationToken);
    }

    private static bool TryInsert(OutlivedCapture capture, List<StatementPlace> places, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        string name = capture.SetName.Identifier.Text;
        if (places.Count == 0
            || JoinsIn(capture.SetName.SyntaxTree.GetRoot(cancellationToken)).Any(join => capture.IsSet(join) && !IsPlainJoin(join)) // the new join would take its results away
            || places.Any(place => model.LookupSymbols(place.Neighbour.SpanStart, name: capture.SetName.Identifier.ValueText).IsEmpty)
            || !AsyncFunction.Around(capture.Disposal, model, cancellationToken).TryMakeAsync(places, edits))
        {
            return false;
        }

        foreach (StatementPlace place in edits.IsFirstFor(capture.Key) ? places : [])
        {
            place.Insert([$"await {name}.{(capture.Calls("AbortAll") ? "ShutdownAsync" : "JoinAllAsync")}();"], edits); // aborted, they have nothing to say
        }

        return true;
    }

    private static bool IsPlainJoin(IdentifierNameSyntax join)
        => join.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax } && join.FirstAncestorOrSelf<AwaitExpressionSyntax>() is { Parent: ExpressionStatementSyntax };

    private static bool Leaves(IEnumerable<StatementSyntax> statements) => statements
        .SelectMany(static statement => statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Any(static node => node is ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);

    private static IEnumerable<IdentifierNameSyntax> JoinsIn(SyntaxNode node) => node
        .DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>()
        .Where(static name => name.Parent is ForEachStatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax
            || name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinAllAsync" or "JoinNextAsync" or "JoinEachAsync" or "ShutdownAsync" or "TryJoinNext" or "GetAsyncEnumerator" or "DetachAll" });
}
