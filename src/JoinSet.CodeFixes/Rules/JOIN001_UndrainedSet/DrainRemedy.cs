using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Puts one kind of draining statement before every normal end of the set's life.</summary>
internal sealed class DrainRemedy(string key, string title, DrainCode code) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SetLocal.DeclaredAt(diagnostic, model, cancellationToken) is not { } set)
        {
            return false;
        }

        diagnostic.Properties.TryGetValue(UndrainedSetAnalyzer.AbandonedKey, out string? abandoned);
        if (abandoned is "only")
        {
            return false; // what it lacks is a using
        }

        IReadOnlyList<StatementPlace> ends = new SetLife(set, diagnostic, model).Ends();
        if (ends.Count == 0 || (code.IsAwaited && !AsyncFunction.Around(set.Declarator, model, cancellationToken).TryMakeAsync(ends, edits)))
        {
            return false;
        }

        if (abandoned is not null && !UsingDeclaration.TryPlan(set, model, edits, cancellationToken))
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
