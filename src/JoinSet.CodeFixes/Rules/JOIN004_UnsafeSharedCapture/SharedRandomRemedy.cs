using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Random.Shared in place of an own generator, unless that was given a seed: then its numbers are meant to come again.</summary>
internal sealed class SharedRandomRemedy() : Remedy("JOIN004.SharedRandom", "Use Random.Shared")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SharedObject.Of(diagnostic, model, cancellationToken) is not { Type: { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type, Creation: { Initializer: null } creation, Declaration: { } declaration } random
            || creation.ArgumentList is { Arguments.Count: > 0 }
            || type.GetMembers("Shared").IsEmpty
            || random.Mentions.Any(static mention => mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention)
            || !MovedStatement.CanMove(declaration))
        {
            return false;
        }

        string name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, declaration.SpanStart) + ".Shared";
        foreach (IdentifierNameSyntax mention in random.Mentions)
        {
            edits.AddOnce(new TextEdit(mention.Span, name));
        }

        bool hasComment = declaration.GetLeadingTrivia().Concat(declaration.GetTrailingTrivia()).Any(static trivia => !string.IsNullOrWhiteSpace(trivia.ToString()));
        edits.AddOnce(new TextEdit(hasComment ? declaration.Span : declaration.FullSpan, ""));
        return true;
    }
}
