using JoinSets.Analyzers.Rules;
using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Links the task's own token with the one outer token of the delegate, at the delegate's start; only where its body is an async block.</summary>
internal sealed class LinkedTokenRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        List<(TextSpan Place, string Text)> places = PlacesOf(diagnostic);
        SourceText source = model.SyntaxTree.GetText(cancellationToken);
        List<string> outer = places.Where(static place => place.Place.Length > 0).Select(place => source.ToString(place.Place)).Distinct().ToList();
        SyntaxNode node = NodeOf(diagnostic, model, cancellationToken);
        if (outer.Count != 1 || FunctionAround(node) is not { } function || FunctionBody.BlockOf(function)?.Statements.FirstOrDefault() is not { } first || !IsAsync(function))
        {
            return false;
        }

        string linked = FreeName.For("linked", first.SpanStart, model, function);
        string type = model.LookupNamespacesAndTypes(first.SpanStart, name: "CancellationTokenSource").IsEmpty ? "System.Threading.CancellationTokenSource" : "CancellationTokenSource";
        string gap = GapAfter(first, source);
        edits.AddOnce(new TextEdit(
            new(first.SpanStart, 0), $"using var {linked} = {type}.CreateLinkedTokenSource({diagnostic.Properties[UnreachableByAbortAnalyzer.Token]}, {outer[0]});{gap}", EditOrder.Open));
        foreach ((TextSpan place, string text) in places)
        {
            string own = diagnostic.Properties[UnreachableByAbortAnalyzer.Token]!;
            edits.AddOnce(new TextEdit(place, text.Substring(0, text.Length - own.Length) + linked + ".Token"));
        }

        return true;
    }

    private static List<(TextSpan Place, string Text)> PlacesOf(Diagnostic diagnostic)
    {
        var places = new List<(TextSpan Place, string Text)>();
        while (diagnostic.Properties.TryGetValue(UnreachableByAbortAnalyzer.Text + places.Count, out string? text))
        {
            places.Add((diagnostic.AdditionalLocations[places.Count].SourceSpan, text!));
        }

        return places;
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node)
        => node.AncestorsAndSelf().FirstOrDefault(static at => at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax);

    /// <summary>Elsewhere the source would be disposed before the task has ended.</summary>
    private static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>A line of its own, unless the block has all its statements on one.</summary>
    private static string GapAfter(StatementSyntax statement, SourceText source)
    {
        TextLine line = source.Lines.GetLineFromPosition(statement.SpanStart);
        string head = line.ToString().Substring(0, statement.SpanStart - line.Start);
        return string.IsNullOrWhiteSpace(head) ? "\n" + head : " ";
    }
}
