using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Turns the spawn into a SpawnBlocking, where the work is a lambda that awaits nothing.</summary>
internal sealed class SpawnBlockingRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SpawnOf(diagnostic, model, cancellationToken) is not { Expression: MemberAccessExpressionSyntax { Name: var name } } spawn
            || name.Identifier.ValueText != "Spawn"
            || WorkOf(spawn) is not { } work
            || FunctionBody.OwnNodes(work).Any(Awaits)
            || !TryGiveValues(work, model, edits, cancellationToken))
        {
            return false;
        }

        edits.AddOnce(new TextEdit(name.Identifier.Span, "SpawnBlocking"));
        return true;
    }

    private static InvocationExpressionSyntax? SpawnOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
        => diagnostic.AdditionalLocations.Count > 0 && diagnostic.AdditionalLocations[0] is var place && place.SourceTree == model.SyntaxTree
            ? model.SyntaxTree.GetRoot(cancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>()
            : null;

    private static AnonymousFunctionExpressionSyntax? WorkOf(InvocationExpressionSyntax spawn)
        => spawn.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault();

    private static bool Awaits(SyntaxNode node) => node is AwaitExpressionSyntax
        or CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
        or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
        or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword };

    /// <summary>What the lambda returns becomes the value itself: async without awaits gives it already.</summary>
    private static bool TryGiveValues(AnonymousFunctionExpressionSyntax work, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (work.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword))
        {
            edits.AddOnce(new TextEdit(TextSpan.FromBounds(work.AsyncKeyword.SpanStart, work.AsyncKeyword.GetNextToken().SpanStart), ""));
            return true;
        }

        return model.GetSymbolInfo(work, cancellationToken).Symbol is IMethodSymbol symbol
            && TaskTypes.ShapeOf(symbol.ReturnType) is var shape and not TaskShape.None
            && new AsyncReturns(work, shape, model, cancellationToken).TryUnwrap(edits);
    }
}
