using JoinSets.Analyzers.Sendability;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A private counter or sum: every write of it goes through Interlocked, in the whole type; only where each has a counterpart there.</summary>
internal sealed class InterlockedFieldRemedy() : Remedy("JOIN004.Interlocked", "Write it with Interlocked")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (NodeOf(diagnostic, model, cancellationToken) is not IdentifierNameSyntax name
            || model.GetSymbolInfo(name, cancellationToken).Symbol is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsReadOnly: false, IsVolatile: false, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } field
            || MentionsOf(field, model, cancellationToken) is not { } mentions)
        {
            return false;
        }

        var planned = new List<TextEdit>();
        foreach (IdentifierNameSyntax mention in mentions.Where(static mention => UsePlace.IsWrite(mention) && UsePlace.IsAfterConstruction(mention)))
        {
            if (InterlockedRemedy.WriteAround(mention) is not { } write || !InterlockedRemedy.TryRewrite(write, mention, ThreadingName.Of("Interlocked", mention.SpanStart, model), model, planned))
            {
                return false;
            }
        }

        planned.ForEach(edits.AddOnce);
        return planned.Count > 0;
    }

    /// <summary>Null where another file may mention it, too: this fix changes one.</summary>
    private static List<IdentifierNameSyntax>? MentionsOf(IFieldSymbol field, SemanticModel model, CancellationToken cancellationToken)
    {
        var mentions = new List<IdentifierNameSyntax>();
        foreach (SyntaxNode part in field.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)))
        {
            List<IdentifierNameSyntax> named = part.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name).ToList();
            if (part.SyntaxTree != model.SyntaxTree && named.Count > 0)
            {
                return null;
            }

            mentions.AddRange(named.Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, field)));
        }

        return mentions;
    }
}
