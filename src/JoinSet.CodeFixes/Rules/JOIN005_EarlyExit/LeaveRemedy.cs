using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Shuts the set down before the loop is left, or right after it where its own condition ends it early.</summary>
internal sealed class LeaveRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode at = NodeOf(diagnostic, model, cancellationToken);
        if (JoinLoop.Around(at, EarlyExitAnalyzer.SetIn(diagnostic)) is not { } loop)
        {
            return false;
        }

        StatementPlace place = at is StatementSyntax jump ? StatementPlace.Before(jump) : StatementPlace.After(loop.Statement);
        if (!AsyncFunction.Around(at, model, cancellationToken).TryMakeAsync([place], edits))
        {
            return false;
        }

        place.Insert([$"await {loop.Set}.ShutdownAsync();"], edits);
        return true;
    }
}
