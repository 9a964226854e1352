using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Aborts the sets' tasks in the Dispose() that the type has, in its <c>if (disposing)</c> where it follows the pattern.</summary>
internal sealed class DisposeRemedy(string key, string title) : Remedy(key, title)
{
    internal override bool TryPlan(Diagnostic diagnostic, SemanticModel model, TextEdits edits, CancellationToken cancellationToken)
    {
        if (OwnerType.Of(diagnostic, model, cancellationToken) is not { } owner || BodyOf(owner) is not { } body)
        {
            return false;
        }

        if (!edits.IsFirstFor(body))
        {
            return true;
        }

        List<string> lines = owner.Sets.Select(static set => set.Dispose).ToList();
        if (body is BlockSyntax block)
        {
            Prepend(block, lines, edits);
        }
        else
        {
            Unfold((ArrowExpressionClauseSyntax)body, lines, edits);
        }

        return true;
    }

    private static SyntaxNode? BodyOf(OwnerType owner)
    {
        if (owner.Own("Dispose", parameters: 1) is { } pattern)
        {
            return (owner.DeclarationOf(pattern)?.Body?.Statements.OfType<IfStatementSyntax>().FirstOrDefault(IsDisposing))?.Statement as BlockSyntax;
        }

        if (owner.Own("Dispose") is not { ReturnsVoid: true } own || owner.DeclarationOf(own) is not { } method)
        {
            return null;
        }

        return method.Body ?? (method.ExpressionBody is { Expression: not ThrowExpressionSyntax } arrow && !method.SemicolonToken.IsMissing ? (SyntaxNode)arrow : null);
    }

    private static bool IsDisposing(IfStatementSyntax choice) => choice.Condition is IdentifierNameSyntax { Identifier.ValueText: "disposing" };

    private static void Prepend(BlockSyntax block, List<string> lines, TextEdits edits)
    {
        TextLine line = LineOf(block, block.OpenBraceToken.SpanStart);
        TextLine last = LineOf(block, block.CloseBraceToken.SpanStart);
        if (block.CloseBraceToken.IsMissing || line.LineNumber == last.LineNumber)
        {
            edits.Add(new TextEdit(new(block.OpenBraceToken.Span.End, 0), " " + string.Join(" ", lines)));
            return;
        }

        string indent = block.Statements.Count > 0 ? IndentOf(LineOf(block, block.Statements[0].SpanStart)) : IndentOf(last) + Indentation.StepOf(block.SyntaxTree);
        edits.Add(new TextEdit(new(line.EndIncludingLineBreak, 0), string.Concat(lines.Select(added => indent + added + "\n"))));
    }

    private static void Unfold(ArrowExpressionClauseSyntax arrow, List<string> lines, TextEdits edits)
    {
        var method = (MethodDeclarationSyntax)arrow.Parent!;
        string indent = IndentOf(LineOf(method, method.SpanStart));
        string step = Indentation.StepOf(method.SyntaxTree);
        string code = string.Concat(lines.Append(arrow.Expression + ";").Select(added => $"\n{indent}{step}{added}"));
        edits.Add(new TextEdit(TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, method.SemicolonToken.Span.End), $"\n{indent}{{{code}\n{indent}}}"));
    }

    private static TextLine LineOf(SyntaxNode node, int position) => node.SyntaxTree.GetText().Lines.GetLineFromPosition(position);

    private static string IndentOf(TextLine line) => line.ToString().Substring(0, line.ToString().Length - line.ToString().TrimStart().Length);
}
