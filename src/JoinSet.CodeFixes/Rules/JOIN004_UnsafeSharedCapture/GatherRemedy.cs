using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.Gathering;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The tasks return what they added to a collection, and the collection gets all results where they are joined.</summary>
internal sealed class GatherRemedy() : Remedy("JOIN004.Gather", "Return the value and gather it from the join results")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
        => SharedObject.Of(diagnostic, model, cancellationToken) is { Symbol: ILocalSymbol or IParameterSymbol, Type: { } type } shared
            && GatherPlan.TryPlan(shared.Symbol, type, shared.Mentions, shared.Spawn, model, edits, cancellationToken);
}
