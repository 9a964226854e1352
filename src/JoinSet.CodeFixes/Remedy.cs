using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace JoinSets.CodeFixes;

/// <summary>One way to put a report right.</summary>
internal abstract class Remedy(string key, string title)
{
    /// <summary>The same for every report, so that all of them can be put right at once.</summary>
    internal string Key => key;

    internal string Title => title;

    /// <summary>Adds this remedy's edits; false, with nothing added, where it is not to be had.</summary>
    internal abstract bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken);

    /// <summary>What the report stands at: the innermost node, a statement at the top level of a file included.</summary>
    private protected static SyntaxNode NodeOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
        => model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
