using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.Gathering;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The tasks return what they wrote, and the spawner writes it where they are joined.</summary>
internal sealed class ReturnRemedy() : Remedy("JOIN007.Return", "Return the value and take it from the join results")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
        => WrittenVariable.Of(diagnostic, model, cancellationToken) is { IsWrittenBySpawner: false } variable
            && GatherPlan.TryPlan(variable.Symbol, variable.Type, variable.Mentions, variable.Spawn, model, edits, cancellationToken);
}
