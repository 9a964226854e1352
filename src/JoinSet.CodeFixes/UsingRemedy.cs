using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes;

/// <summary>Declares the reported set with <c>await using</c>.</summary>
internal sealed class UsingRemedy(string key, string title, Func<Diagnostic, bool> isFor) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
        => isFor(diagnostic)
            && SetLocal.DeclaredAt(diagnostic, model, cancellationToken) is { } set
            && UsingDeclaration.TryPlan(set, model, edits, cancellationToken);
}
