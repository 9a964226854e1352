using System.Collections.Immutable;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace JoinSets.CodeFixes;

/// <summary>What every fix has in common: its remedies are offered best first, one by one or for all reports in a document, project or solution.</summary>
/// <remarks>All reports of a document are planned on the same text and applied at once, so two remedies at one place never get in each other's way.</remarks>
public abstract class JoinSetFix : CodeFixProvider
{
    private protected JoinSetFix()
    {
    }

    private protected abstract ImmutableArray<Remedy> Remedies { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create((context, document, diagnostics)
            => FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Remedy remedy in Remedies)
            {
                Offer(remedy, diagnostic, model, context);
            }
        }
    }

    private static void Offer(Remedy remedy, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        var edits = new TextEdits();
        if (remedy.TryPlan(diagnostic, model, edits, context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create(remedy.Title, cancellationToken => edits.ApplyAsync(context.Document, cancellationToken), remedy.Key),
                diagnostic);
        }
    }

    private async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        Remedy? remedy = Remedies.FirstOrDefault(candidate => candidate.Key == key);
        if (model is null || remedy is null)
        {
            return document;
        }

        var edits = new TextEdits();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            remedy.TryPlan(diagnostic, model, edits, cancellationToken);
        }

        return await edits.ApplyAsync(document, cancellationToken).ConfigureAwait(false);
    }
}
