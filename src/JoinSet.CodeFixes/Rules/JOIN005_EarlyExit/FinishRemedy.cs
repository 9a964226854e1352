using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// Aborts the rest in place of the break and lets the loop come to its end. The aborted tasks come out of the join too, so the loop
/// passes over them.
/// </summary>
internal sealed class FinishRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode at = NodeOf(diagnostic, model, cancellationToken);
        if (at is not BreakStatementSyntax leave
            || JoinLoop.Around(leave, EarlyExitAnalyzer.SetIn(diagnostic)) is not { Result.RawKind: not 0 } loop
            || leave.Ancestors().First(IsBreakable) != loop.Statement)
        {
            return false;
        }

        StatementPlace.AtStartOf(loop.Body).Insert([$"if ({loop.Result.Text}.IsCanceled)", "{", "    continue;", "}"], edits);
        StatementPlace.Before(leave).Insert([$"{loop.Set}.AbortAll();"], edits);
        edits.AddOnce(new TextEdit(leave.BreakKeyword.Span, "continue"));
        return true;
    }

    private static bool IsBreakable(SyntaxNode node)
        => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax;
}
