using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.Gathering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A delegate that is one <c>try</c>, whose only handler keeps every exception in a variable and does nothing else.</summary>
internal sealed class KeptError
{
    private readonly TryStatementSyntax _try;

    private KeptError(TryStatementSyntax guarded, AssignmentExpressionSyntax assignment)
    {
        _try = guarded;
        Target = (IdentifierNameSyntax)assignment.Left;
        Operator = assignment.OperatorToken.Text;
    }

    /// <summary>The mention of the variable that is written.</summary>
    internal IdentifierNameSyntax Target { get; }

    /// <summary>Whether the last one is kept, <c>=</c>, or the first, <c>??=</c>.</summary>
    internal string Operator { get; }

    /// <summary>What is said in the handler, which goes.</summary>
    internal IEnumerable<string> Comments => _try.Catches[0].DescendantTrivia().Where(trivia => _try.Span.Contains(trivia.Span)).Select(static trivia => trivia.ToString()).Where(static text => text.StartsWith("/", StringComparison.Ordinal));

    /// <summary>One for each spawn of the set; null where some spawn's work is another.</summary>
    internal static List<KeptError>? AllIn(GatheredSet set, WrittenVariable variable, SemanticModel model)
    {
        List<KeptError> errors = set.Spawns.Select(spawn => Of(spawn, variable, model)).OfType<KeptError>().ToList();
        return errors.Count == set.Spawns.Count ? errors : null;
    }

    /// <summary>What is tried is done without a net.</summary>
    internal void Release(TextEdits edits)
    {
        SourceText text = _try.SyntaxTree.GetText();
        int surplus = ColumnOf(_try.Block.Statements[0], text) - ColumnOf(_try, text);
        string[] lines = TextSpan.FromBounds(_try.Block.Statements[0].FullSpan.Start, _try.Block.CloseBraceToken.SpanStart) is var inside
            ? text.ToString(inside).Replace("\r\n", "\n").Trim('\n', ' ', '\t').Split('\n')
            : [];
        edits.Add(new TextEdit(_try.Span, string.Join("\n", lines.Select(line => surplus > 0 && line.Length > surplus && string.IsNullOrWhiteSpace(line.Substring(0, surplus)) ? line.Substring(surplus) : line)), isLaidOut: true));
    }

    private static KeptError? Of(InvocationExpressionSyntax spawn, WrittenVariable variable, SemanticModel model)
        => spawn.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault() is { Block.Statements: { Count: 1 } statements }
            && statements[0] is TryStatementSyntax { Block.Statements.Count: > 0, Finally: null, Catches: { Count: 1 } catches } guarded
            && catches[0] is { Filter: null, Declaration: { } caught, Block.Statements: { Count: 1 } handling }
            && model.GetTypeInfo(caught.Type).Type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && handling[0] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: IdentifierNameSyntax value } assignment }
            && assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression
            && variable.Mentions.Contains(target)
            && value.Identifier.ValueText == caught.Identifier.ValueText
            && !HasText(guarded)
                ? new KeptError(guarded, assignment)
                : null;

    // Lines of a literal must stay as they are, and a directive where it is.
    private static bool HasText(SyntaxNode node) => node.DescendantTrivia().Any(static trivia => trivia.IsDirective)
        || node.DescendantTokens().Any(static token => token.Text.Contains('\n'));

    private static int ColumnOf(SyntaxNode node, SourceText text) => node.SpanStart - text.Lines.GetLineFromPosition(node.SpanStart).Start;
}
