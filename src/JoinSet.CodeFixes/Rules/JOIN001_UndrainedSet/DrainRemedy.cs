using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Puts one kind of draining statement before every normal end of the set's life.</summary>
internal sealed class DrainRemedy(string key, string title, DrainCode code) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (DrainedSet.Of(diagnostic, model, cancellationToken) is not { } set)
        {
            return false;
        }

        IReadOnlyList<StatementPlace> ends = new SetLife(set, diagnostic, model).Ends();
        if (ends.Count == 0 || (code.IsAwaited && !AsyncFunction.Around(set.Declarator, model, cancellationToken).TryMakeAsync(ends, edits)))
        {
            return false;
        }

        foreach (StatementPlace end in ends)
        {
            end.Insert(code.LinesFor(set, end.Neighbour.SpanStart), edits);
        }

        return true;
    }
}
