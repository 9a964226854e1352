using JoinSets.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Async;

/// <summary>The return statements of a function that gives a task, once the function is async.</summary>
internal sealed class AsyncReturns(SyntaxNode function, TaskShape shape, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Adds the edits; false, with nothing added, where a return's meaning is not plain.</summary>
    internal bool TryRewrite(TextEdits edits)
    {
        if (FunctionBody.ExpressionOf(function) is { } body)
        {
            return TryRewriteBody(body, edits);
        }

        List<ReturnStatementSyntax> returns = FunctionBody.OwnNodes(function).OfType<ReturnStatementSyntax>().ToList();
        if (!returns.TrueForAll(statement => statement.Expression is { } task && (IsDone(task) || (IsTask(task) && CanTake(statement, task)))))
        {
            return false;
        }

        foreach (ReturnStatementSyntax statement in returns)
        {
            Rewrite(statement, statement.Expression!, edits);
        }

        return true;
    }

    /// <summary>
    /// Adds the edits that make the function give its values themselves, without tasks around them; false, with nothing added, where a
    /// return gives anything but a finished task.
    /// </summary>
    internal bool TryUnwrap(TextEdits edits)
    {
        if (FunctionBody.ExpressionOf(function) is { } body)
        {
            return shape is TaskShape.WithValue && ValueOf(body) is not null && TryRewriteBody(body, edits);
        }

        return FunctionBody.OwnNodes(function).OfType<ReturnStatementSyntax>().All(statement => statement.Expression is { } task && (IsDone(task) || (shape is TaskShape.WithValue && ValueOf(task) is not null)))
            && TryRewrite(edits);
    }

    private bool TryRewriteBody(ExpressionSyntax body, TextEdits edits)
    {
        if (IsDone(body) || !IsTask(body) || body is ThrowExpressionSyntax)
        {
            return false;
        }

        if (shape is TaskShape.WithValue)
        {
            RewriteValue(body, edits);
        }
        else
        {
            Parenthesize(body, "await ", edits);
        }

        return true;
    }

    private void Rewrite(ReturnStatementSyntax statement, ExpressionSyntax task, TextEdits edits)
    {
        if (shape is TaskShape.WithValue)
        {
            RewriteValue(task, edits);
            return;
        }

        if (IsDone(task))
        {
            edits.AddOnce(IsLast(statement) && StandsAlone(statement)
                ? new TextEdit(statement.FullSpan, "")
                : new TextEdit(TextSpan.FromBounds(statement.ReturnKeyword.Span.End, task.Span.End), ""));
            return;
        }

        edits.AddOnce(new TextEdit(statement.ReturnKeyword.Span, "await"));
        Parenthesize(task, "", edits);
        if (!IsLast(statement))
        {
            StatementPlace.After(statement).Insert(["return;"], edits);
        }
    }

    private void RewriteValue(ExpressionSyntax task, TextEdits edits)
    {
        if (ValueOf(task) is not { } value)
        {
            Parenthesize(task, task.GetFirstToken().GetPreviousToken().Span.End == task.SpanStart ? " await " : "await ", edits);
            return;
        }

        edits.AddOnce(new TextEdit(TextSpan.FromBounds(task.SpanStart, value.SpanStart), ""));
        edits.AddOnce(new TextEdit(TextSpan.FromBounds(value.Span.End, task.Span.End), ""));
    }

    /// <summary>An await stands where the task was returned, unless the value is at hand.</summary>
    private bool CanTake(ReturnStatementSyntax statement, ExpressionSyntax task)
        => (shape is TaskShape.WithValue && ValueOf(task) is not null) || AwaitPlace.Allows(statement, function);

    /// <summary>The x of <c>Task.FromResult(x)</c>, unless the call names another type for it.</summary>
    private ExpressionSyntax? ValueOf(ExpressionSyntax task)
        => !HasComment(task) && task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "FromResult" } }, ArgumentList.Arguments: { Count: 1 } arguments }
            && model.GetSymbolInfo(task, cancellationToken).Symbol is IMethodSymbol method
            && IsTaskClass(method.ContainingType)
                ? arguments[0].Expression
                : null;

    /// <summary>A finished task: Task.CompletedTask, or a ValueTask's default.</summary>
    private bool IsDone(ExpressionSyntax task) => shape is TaskShape.Plain && !HasComment(task.Parent!) && task switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => IsTaskClass(model.GetSymbolInfo(task, cancellationToken).Symbol?.ContainingType),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression) && ConvertedTo(literal) is { IsValueType: true },
        DefaultExpressionSyntax => ConvertedTo(task) is { IsValueType: true },
        _ => false,
    };

    /// <summary>A task whose type is its own: <c>default</c>, <c>null</c> and <c>new(…)</c> have none that an await could see.</summary>
    private bool IsTask(ExpressionSyntax task)
        => Bare(task) is not (LiteralExpressionSyntax or DefaultExpressionSyntax or ImplicitObjectCreationExpressionSyntax)
            && TaskTypes.ShapeOf(model.GetTypeInfo(task, cancellationToken).Type) is var own
            && (own is TaskShape.WithValue || (own is TaskShape.Plain && shape is TaskShape.Plain));

    private static ExpressionSyntax Bare(ExpressionSyntax task) => task switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed => Bare(suppressed.Operand),
        _ => task,
    };

    private ITypeSymbol? ConvertedTo(ExpressionSyntax value) => model.GetTypeInfo(value, cancellationToken).ConvertedType;

    private bool IsLast(ReturnStatementSyntax statement) => FunctionBody.BlockOf(function)?.Statements.LastOrDefault() == statement;

    private static bool IsTaskClass(ITypeSymbol? type) => TaskTypes.ShapeOf(type) is not TaskShape.None;

    private static bool HasComment(SyntaxNode node)
        => node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span) && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    private static bool StandsAlone(StatementSyntax statement)
        => statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
            .All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static void Parenthesize(ExpressionSyntax task, string prefix, TextEdits edits)
    {
        bool isUnary = task is InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax
            or ObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        edits.AddOnce(new TextEdit(new(task.SpanStart, 0), isUnary ? prefix : prefix + "("));
        edits.AddOnce(new TextEdit(new(task.Span.End, 0), isUnary ? "" : ")"));
    }
}
