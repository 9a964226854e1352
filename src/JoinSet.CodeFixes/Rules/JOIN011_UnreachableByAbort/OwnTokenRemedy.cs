using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Gives the task's own token to every call of the delegate that is without it.</summary>
internal sealed class OwnTokenRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        for (int place = 0; diagnostic.Properties.TryGetValue(UnreachableByAbortAnalyzer.Text + place, out string? text); place++)
        {
            edits.AddOnce(new TextEdit(diagnostic.AdditionalLocations[place].SourceSpan, text!));
        }

        return true;
    }
}
