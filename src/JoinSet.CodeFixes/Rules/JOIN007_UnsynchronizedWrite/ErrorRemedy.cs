using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.Gathering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// A delegate that does nothing with its exception but keep it in the variable lets it go instead, and the spawner takes it from the join
/// result. Tasks that never failed are joined one by one afterwards: a failure must not abort the others now.
/// </summary>
internal sealed class ErrorRemedy() : Remedy("JOIN007.Error", "Let the task fail and take the exception from its result")
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (WrittenVariable.Of(diagnostic, model, cancellationToken) is not { IsWrittenBySpawner: false, Type: { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } variable
            || variable.Spawn is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } }
            || GatheredSet.Of(name, model, cancellationToken) is not { HasToken: false } set
            || !model.LookupSymbols(set.Join.Statement.SpanStart, name: variable.Symbol.Name).Contains(variable.Symbol, SymbolEqualityComparer.Default)
            || KeptError.AllIn(set, variable, model) is not { Count: > 0 } errors
            || errors.Exists(other => other.Operator != errors[0].Operator)
            || variable.Mentions.Any(mention => GatherPlan.IsMeanwhile(mention, set) && !errors.Exists(error => error.Target == mention))
            || !CanFold(set.Join))
        {
            return false;
        }

        if (edits.IsFirstFor($"error {set.Join.Statement.Span}"))
        {
            errors.ForEach(error => error.Release(edits));
            Fold(set.Join, name.Identifier.Text, $"{variable.Name.Identifier.Text} {errors[0].Operator}", errors.SelectMany(static error => error.Comments).Distinct().ToList(), model, edits);
        }

        return true;
    }

    // A loop that asks how a task ended was told that all went well.
    private static bool CanFold(GatheredJoin join) => join.Body is { } body
        ? !body.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == join.Result.ValueText && access.Name.Identifier.ValueText is not ("Id" or "Name"))
        : join.Statement is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinAllAsync" } } } };

    private static void Fold(GatheredJoin join, string set, string assignment, List<string> comments, SemanticModel model, TextEdits edits)
    {
        string failure = FreeName.For("failure", join.Statement.SpanStart, model, edits);
        if (join.Body is { } body)
        {
            StatementPlace.AtStartOf(body).Insert(Lines(join.Result.Text), edits);
            return;
        }

        string result = FreeName.For("result", join.Statement.SpanStart, model, edits);
        edits.Add(new TextEdit(join.Statement.Span, $"await foreach (var {result} in {set})\n{{\n{string.Join("\n", Lines(result))}\n}}", isLaidOut: true));

        List<string> Lines(string from) => [.. comments, $"if ({from}.Error is {{ }} {failure})", "{", $"    {assignment} {failure}.Exception;", "}"];
    }
}
