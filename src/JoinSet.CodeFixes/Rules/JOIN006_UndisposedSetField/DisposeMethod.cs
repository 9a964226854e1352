using JoinSets.CodeFixes.Async;
using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>A DisposeAsync that exists: the sets come first, since their tasks may use what it disposes of next.</summary>
internal sealed class DisposeMethod(MethodDeclarationSyntax method, OwnerType owner, SemanticModel model)
{
    private bool IsAsync => method.Modifiers.Any(SyntaxKind.AsyncKeyword);

    private IReadOnlyList<string> Lines => owner.Sets.SelectMany(static set => set.Await).ToList();

    internal bool TryBegin(TextEdits edits, CancellationToken cancellationToken)
    {
        if (TaskTypes.ShapeOf(model.GetTypeInfo(method.ReturnType, cancellationToken).Type) is not TaskShape.Plain)
        {
            return false;
        }

        if (method.ExpressionBody is { } arrow)
        {
            return !HasComment(arrow) && arrow.Expression is not ThrowExpressionSyntax && !method.SemicolonToken.IsMissing && (!edits.IsFirstFor(method) || Unfold(arrow, edits));
        }

        if (method.Body is not { Statements.Count: > 0 } body)
        {
            return false;
        }

        if (!edits.IsFirstFor(method))
        {
            return true;
        }

        StatementPlace place = StatementPlace.Before(body.Statements[0]);
        if (!AsyncFunction.Around(body.Statements[0], model, cancellationToken).TryMakeAsync([place], edits))
        {
            return false;
        }

        Prepend(body, edits);
        return true;
    }

    private void Prepend(BlockSyntax body, TextEdits edits)
    {
        SourceText text = method.SyntaxTree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(body.Statements[0].SpanStart);
        string indent = line.ToString().Substring(0, body.Statements[0].SpanStart - line.Start);
        bool startsLine = string.IsNullOrWhiteSpace(indent);
        string code = startsLine ? string.Concat(Lines.Select(added => indent + added + "\n")) : string.Join(" ", Lines.Select(static added => added.Trim())) + " ";
        int start = startsLine ? text.Lines.GetLineFromPosition(body.OpenBraceToken.Span.End).EndIncludingLineBreak : body.Statements[0].SpanStart;
        edits.Add(new TextEdit(new(start, 0), code));
    }

    /// <summary>The arrow becomes a block with an await for each; a task that is done already gives way to the one set's.</summary>
    private bool Unfold(ArrowExpressionClauseSyntax arrow, TextEdits edits)
    {
        if (IsDone(arrow.Expression) && owner.Sets.Count == 1 && !IsAsync)
        {
            edits.Add(new TextEdit(arrow.Expression.Span, owner.Sets[0].Task));
            return true;
        }

        if (!IsAsync)
        {
            edits.Add(new TextEdit(new(method.ReturnType.SpanStart, 0), "async "));
        }

        TextLine line = method.SyntaxTree.GetText().Lines.GetLineFromPosition(method.SpanStart);
        string indent = line.ToString().Substring(0, line.ToString().Length - line.ToString().TrimStart().Length);
        string step = Indentation.StepOf(method.SyntaxTree);
        IEnumerable<string> rest = IsDone(arrow.Expression) ? [] : [(IsAsync ? "" : "await ") + Operand(arrow.Expression) + ";"];
        string code = string.Concat(Lines.Concat(rest).Select(added => $"\n{indent}{step}{added}"));
        edits.Add(new TextEdit(TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, method.SemicolonToken.Span.End), $"\n{indent}{{{code}\n{indent}}}"));
        return true;
    }

    private string Operand(ExpressionSyntax task)
        => IsAsync || task is InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax
            ? task.ToString()
            : $"({task})";

    private static bool IsDone(ExpressionSyntax task) => task is DefaultExpressionSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };

    private static bool HasComment(SyntaxNode node)
        => node.DescendantTrivia(descendIntoTrivia: true).Any(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
