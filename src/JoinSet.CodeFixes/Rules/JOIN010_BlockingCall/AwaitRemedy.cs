using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Puts an await of the asynchronous counterpart in the place of the blocking call.</summary>
internal sealed class AwaitRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        SyntaxNode node = NodeOf(diagnostic, model, cancellationToken);
        if (node is not ExpressionSyntax call || !diagnostic.Properties.TryGetValue(BlockingCallAnalyzer.Counterpart, out string? counterpart) || counterpart is null)
        {
            return false;
        }

        IReadOnlyList<TextEdit>? rewrite = counterpart == BlockingMembers.TheTask ? TaskWait.EditsFor(call, model) : AsyncCall.EditsFor(call, counterpart, model, cancellationToken);
        if (rewrite is null || !AsyncFunction.Around(call, model, cancellationToken).TryMakeAsync([call], edits))
        {
            return false;
        }

        foreach (TextEdit edit in rewrite.Concat(AwaitWord.EditsFor(call)))
        {
            edits.AddOnce(edit);
        }

        return true;
    }
}
