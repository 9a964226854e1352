using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// The task returns what it added to a list, and the list gets all results where they are joined. Only where the whole shape is plain:
/// a set without values with one spawn, whose async work ends by adding, joined by one JoinAllAsync.
/// </summary>
internal sealed class GatherRemedy() : Remedy("JOIN004.Gather", "Return the value and gather it from the join results")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (SharedObject.Of(diagnostic, model, cancellationToken) is not { Symbol: ILocalSymbol or IParameterSymbol, Type: { Name: "List", TypeArguments.Length: 1 } type } list
            || list.Spawn is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax setName } } spawn
            || list.Name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } added, Parent: ExpressionStatementSyntax adding } }
            || list.Exposed.Count() != 1
            || !EndsWork(adding, spawn)
            || PlainSet.Of(setName, spawn, model, cancellationToken) is not { } set
            || list.Mentions.Any(mention => mention != list.Name && mention.SpanStart > spawn.SpanStart && mention.SpanStart < set.Join.SpanStart))
        {
            return false;
        }

        string value = type.TypeArguments[0].ToMinimalDisplayString(model, spawn.SpanStart);
        foreach (SyntaxToken name in set.TypeNames)
        {
            edits.AddOnce(new TextEdit(new(name.Span.End, 0), $"<{value}>"));
        }

        edits.AddOnce(new TextEdit(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(adding.SpanStart, added[0].SpanStart), "return "));
        edits.AddOnce(new TextEdit(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(added[0].Span.End, adding.SemicolonToken.SpanStart), ""));
        edits.AddOnce(new TextEdit(new(set.Join.SpanStart, 0), list.Name.Identifier.Text + ".AddRange("));
        edits.AddOnce(new TextEdit(new(set.Join.Span.End, 0), ")"));
        return true;
    }

    // The last statement of the task's own async lambda, on every path that does not throw.
    private static bool EndsWork(ExpressionStatementSyntax adding, InvocationExpressionSyntax spawn)
        => adding.Parent is BlockSyntax { Parent: AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: (int)SyntaxKind.AsyncKeyword, Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } work } block
            && call == spawn
            && block.Statements.Last() == adding
            && !adding.DescendantTrivia().Any(static trivia => trivia.IsDirective)
            && !work.DescendantNodes(node => node == work || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static node => node is ReturnStatementSyntax);
}
