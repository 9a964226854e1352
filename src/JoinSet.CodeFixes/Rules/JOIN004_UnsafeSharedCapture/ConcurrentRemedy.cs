using JoinSets.Analyzers.Sendability;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The counterpart that is made for several threads: declaration, creation and every use together, or not at all.</summary>
internal sealed class ConcurrentRemedy() : Remedy("JOIN004.Concurrent", "Use the concurrent collection")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SharedObject.Of(diagnostic, model, cancellationToken) is not { Type: { } type, Declaration: { } declaration, Creation: { Initializer: null } creation } shared
            || creation.ArgumentList is { Arguments.Count: > 0 })
        {
            return false;
        }

        foreach (ConcurrentCounterpart counterpart in ConcurrentCounterpart.Of(type))
        {
            var planned = new List<TextEdit>();
            if (shared.Mentions.All(mention => TryRewrite(mention, counterpart, model, planned)))
            {
                Declare(declaration, creation, NameOf(counterpart, type, declaration.SpanStart, model), planned);
                planned.ForEach(edits.AddOnce);
                return true;
            }
        }

        return false;
    }

    private static void Declare(LocalDeclarationStatementSyntax declaration, BaseObjectCreationExpressionSyntax creation, string name, List<TextEdit> edits)
    {
        if (!declaration.Declaration.Type.IsVar)
        {
            edits.Add(new TextEdit(declaration.Declaration.Type.Span, name));
        }

        if (creation is ObjectCreationExpressionSyntax { Type: var made })
        {
            edits.Add(new TextEdit(made.Span, name));
        }
    }

    private static bool TryRewrite(IdentifierNameSyntax mention, ConcurrentCounterpart counterpart, SemanticModel model, List<TextEdit> edits)
    {
        switch (mention.Parent)
        {
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name, Parent: InvocationExpressionSyntax call } access when access.Expression == mention && call.Expression == access:
                return IsForAnySequence(call, model) || TryRewrite(name, call, counterpart, edits);
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when access.Expression == mention:
                return Replace(name.Span, counterpart.FormOf(name.Identifier.ValueText, 0), edits);
            case ElementAccessExpressionSyntax element when element.Expression == mention && element.ArgumentList.Arguments.Count == 1:
                return counterpart.FormOf("this[]", 1) == "[{0}]" && element.Parent is not (PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                    && !(element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element && !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression));
            case ForEachStatementSyntax loop when loop.Expression == mention:
                return counterpart.FormOf("GetEnumerator", 0) is not null;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }:
                return true;
            case ArgumentSyntax argument:
                return model.GetTypeInfo(argument.Expression).ConvertedType is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } && counterpart.FormOf("GetEnumerator", 0) is not null;
            default:
                return false;
        }
    }

    // LINQ and the like: what takes any sequence takes the counterpart too.
    private static bool IsForAnySequence(InvocationExpressionSyntax call, SemanticModel model)
        => model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: { } extension }
            && extension.Parameters[0].Type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool TryRewrite(IdentifierNameSyntax name, InvocationExpressionSyntax call, ConcurrentCounterpart counterpart, List<TextEdit> edits)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (counterpart.FormOf(name.Identifier.ValueText, arguments.Count) is not { } form || call.ArgumentList.DescendantTrivia().Any(static trivia => trivia.IsDirective))
        {
            return false;
        }

        // The result of an Add that gave none, as a statement, may be dropped; of one that is used, both say whether it was new.
        int open = form.IndexOf('(');
        edits.Add(new TextEdit(name.Span, open < 0 ? form : form.Substring(0, open)));
        string rest = open < 0 ? "" : form.Substring(open);
        string plain = "(" + string.Join(", ", Enumerable.Range(0, arguments.Count).Select(static index => "{" + index + "}")) + ")";
        if (rest == plain)
        {
            return true;
        }

        string[] texts = arguments.Select(static argument => argument.ToString()).ToArray<string>();
        string filled = rest;
        for (int index = 0; index < texts.Length; index++)
        {
            filled = filled.Replace("{" + index + "}", texts[index]);
        }

        // Uses may nest, and edits must not: what is only added stands after the last argument.
        if (arguments.Count > 0 && rest.StartsWith("({0}", StringComparison.Ordinal) && arguments.Count == 1)
        {
            edits.Add(new TextEdit(new(arguments[0].Span.End, 0), rest.Substring(4, rest.Length - 5)));
            return true;
        }

        edits.Add(new TextEdit(call.ArgumentList.Span, filled));
        return true;
    }

    private static bool Replace(Microsoft.CodeAnalysis.Text.TextSpan span, string? text, List<TextEdit> edits)
    {
        if (text is not null)
        {
            edits.Add(new TextEdit(span, text));
        }

        return text is not null;
    }

    private static string NameOf(ConcurrentCounterpart counterpart, INamedTypeSymbol type, int position, SemanticModel model)
    {
        string arguments = counterpart.Arguments;
        for (int index = 0; index < type.TypeArguments.Length; index++)
        {
            arguments = arguments.Replace("{" + index + "}", type.TypeArguments[index].ToMinimalDisplayString(model, position));
        }

        int dot = counterpart.Name.LastIndexOf('.');
        string simple = counterpart.Name.Substring(dot + 1, counterpart.Name.IndexOf('`') - dot - 1);
        bool isInScope = model.LookupNamespacesAndTypes(position, name: simple).Any(found => found.ContainingNamespace?.ToDisplayString() == counterpart.Name.Substring(0, dot));
        return $"{(isInScope ? simple : counterpart.Name.Substring(0, dot + 1) + simple)}<{arguments}>";
    }
}
