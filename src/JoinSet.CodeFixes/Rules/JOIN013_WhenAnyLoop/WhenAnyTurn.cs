using JoinSets.CodeFixes.Edits;
using JoinSets.CodeFixes.TaskLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JoinSets.CodeFixes.Rules;

/// <summary>
/// One turn of a loop, or the body of an <c>if</c>, that waits for any task, takes it out and looks at it:
/// <c>var done = await Task.WhenAny(tasks); tasks.Remove(done); … await done …</c>
/// </summary>
internal sealed class WhenAnyTurn
{
    private readonly string _tasks;
    private readonly StatementSyntax _owner;
    private readonly ExpressionSyntax _condition;
    private readonly StatementSyntax _wait;
    private readonly StatementSyntax _removal;
    private readonly IReadOnlyList<IdentifierNameSyntax> _uses;
    private readonly string _result;

    private WhenAnyTurn(string tasks, StatementSyntax owner, ExpressionSyntax condition, StatementSyntax wait, StatementSyntax removal, IReadOnlyList<IdentifierNameSyntax> uses, string result)
    {
        _tasks = tasks;
        _owner = owner;
        _condition = condition;
        _wait = wait;
        _removal = removal;
        _uses = uses;
        _result = result;
    }

    internal static bool IsWhenAny(IdentifierNameSyntax mention)
        => mention.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAny" }, ArgumentList.Arguments.Count: 1 } };

    /// <summary>The turn around a call of WhenAny; null where it has another shape.</summary>
    internal static WhenAnyTurn? Of(IdentifierNameSyntax mention, SemanticModel model)
    {
        StatementSyntax wait = mention.FirstAncestorOrSelf<StatementSyntax>()!;
        if (HasLimit(mention))
        {
            return null;
        }

        StatementSyntax body = wait.Parent is BlockSyntax block ? block : wait;
        if (body is BlockSyntax { Statements: var list } && list[0] != wait)
        {
            return null;
        }

        ExpressionSyntax? condition = body.Parent switch
        {
            WhileStatementSyntax loop => loop.Condition,
            DoStatementSyntax loop => loop.Condition,
            IfStatementSyntax { Else: null, Parent: BlockSyntax } choice => choice.Condition,
            _ => null,
        };
        return condition is null ? null : Of(mention, wait, (StatementSyntax)body.Parent!, condition, FreeName.For("result", wait.SpanStart, model, body.Parent));
    }

    /// <summary>A wait with a token or a time limit of its own ends in other ways than a join.</summary>
    private static bool HasLimit(IdentifierNameSyntax mention)
        => mention.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAsync" } };

    /// <summary>Whether the mention is part of what the turn rewrites.</summary>
    internal bool Covers(IdentifierNameSyntax mention)
        => _wait.Span.Contains(mention.Span) || _removal.Span.Contains(mention.Span) || (IsDrain && _condition.Span.Contains(mention.Span));

    internal void Rewrite(string set, bool stays, TextEdits edits)
    {
        RewriteHead(set, stays, edits);
        foreach (IdentifierNameSyntax use in _uses)
        {
            edits.AddOnce(FinishedTask.AsResult(use, _result)!.Value);
        }

        if (_uses.Count > 0)
        {
            Remove(_removal, edits);
        }
        else
        {
            edits.AddOnce(new TextEdit(_removal.Span, _result + ".ThrowIfFailed();"));
        }

        if (_wait != _removal)
        {
            Remove(_wait, edits);
        }

        RemoveBlankHead(edits);
    }

    private static WhenAnyTurn? Of(IdentifierNameSyntax mention, StatementSyntax wait, StatementSyntax owner, ExpressionSyntax condition, string result)
    {
        string tasks = mention.Identifier.ValueText;
        switch (wait)
        {
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax removal } when RemovedBy(removal, tasks) is AwaitExpressionSyntax:
                return owner is DoStatementSyntax ? null : new WhenAnyTurn(tasks, owner, condition, wait, wait, [], result);
            case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } when variables[0].Initializer?.Value is AwaitExpressionSyntax { Expression: not AwaitExpressionSyntax }:
                return OfVariable(tasks, variables[0].Identifier.ValueText, wait, owner, condition, result);
            default:
                return null;
        }
    }

    private static WhenAnyTurn? OfVariable(string tasks, string finished, StatementSyntax wait, StatementSyntax owner, ExpressionSyntax condition, string result)
    {
        if (wait.Parent is not BlockSyntax block)
        {
            return null;
        }

        List<StatementSyntax> removals = block.Statements.Where(statement => statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
            && RemovedBy(call, tasks) is IdentifierNameSyntax name && name.Identifier.ValueText == finished).ToList();
        List<IdentifierNameSyntax> uses = owner.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == finished && !(removals.Count == 1 && removals[0].Span.Contains(name.Span))).ToList();
        if (removals.Count != 1 || !uses.TrueForAll(use => FinishedTask.AsResult(use, result) is not null))
        {
            return null;
        }

        var turn = new WhenAnyTurn(tasks, owner, condition, wait, removals[0], uses, result);
        return owner is DoStatementSyntax && !turn.IsDrain ? null : turn;
    }

    /// <summary>What <c>tasks.Remove(done)</c> takes out, or <c>tasks.RemoveAt(tasks.IndexOf(done))</c>.</summary>
    private static ExpressionSyntax? RemovedBy(InvocationExpressionSyntax call, string tasks)
        => ArgumentOf(call, "Remove", tasks) ?? (ArgumentOf(call, "RemoveAt", tasks) is InvocationExpressionSyntax index ? ArgumentOf(index, "IndexOf", tasks) : null);

    private static ExpressionSyntax? ArgumentOf(InvocationExpressionSyntax call, string member, string tasks)
        => call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } access, ArgumentList.Arguments: { Count: 1 } arguments }
            && access.Name.Identifier.ValueText == member && name.Identifier.ValueText == tasks
                ? arguments[0].Expression
                : null;

    /// <summary>A loop that ends when nothing is left is a join loop as it stands.</summary>
    private bool IsDrain => _owner is WhileStatementSyntax or DoStatementSyntax && _condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { Token.ValueText: "0" } } comparison => IsCount(comparison.Left),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.NotEqualsExpression, Left: LiteralExpressionSyntax { Token.ValueText: "0" } } comparison => IsCount(comparison.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression, Right: LiteralExpressionSyntax { Token.ValueText: "1" } } comparison => IsCount(comparison.Left),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any", Expression: IdentifierNameSyntax name } } => name.Identifier.ValueText == _tasks,
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: RecursivePatternSyntax } pattern => name.Identifier.ValueText == _tasks && pattern.Pattern.ToString().Replace(" ", "") == "{Count:>0}",
        _ => false,
    };

    private bool IsCount(ExpressionSyntax expression)
        => (expression is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call ? call.Expression : expression) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Expression: IdentifierNameSyntax name } && name.Identifier.ValueText == _tasks;

    private void RewriteHead(string set, bool stays, TextEdits edits)
    {
        string suffix = stays ? "" : ".ConfigureAwait(false)";
        if (IsDrain)
        {
            string source = stays ? set : set + ".JoinEachAsync()" + suffix;
            edits.AddOnce(new TextEdit(HeadOfLoop, $"await foreach (var {_result} in {source})"));
            if (_owner is DoStatementSyntax loop)
            {
                edits.AddOnce(new TextEdit(TextSpan.FromBounds(loop.Statement.Span.End, loop.Span.End), ""));
            }

            return;
        }

        bool isLoose = _condition is not BinaryExpressionSyntax binary || binary.IsKind(SyntaxKind.LogicalOrExpression) || binary.IsKind(SyntaxKind.CoalesceExpression);
        edits.AddOnce(new TextEdit(new(_condition.SpanStart, 0), isLoose ? "(" : ""));
        edits.AddOnce(new TextEdit(new(_condition.Span.End, 0), $"{(isLoose ? ")" : "")} && await {set}.JoinNextAsync(){suffix} is {{ }} {_result}"));
    }

    private TextSpan HeadOfLoop => _owner is WhileStatementSyntax loop
        ? TextSpan.FromBounds(loop.WhileKeyword.SpanStart, loop.CloseParenToken.Span.End)
        : ((DoStatementSyntax)_owner).DoKeyword.Span;

    /// <summary>The whole line, but for a comment that stands there.</summary>
    private static void Remove(StatementSyntax statement, TextEdits edits)
    {
        SyntaxTrivia comment = statement.GetTrailingTrivia().FirstOrDefault(IsMore);
        int start = statement.GetLeadingTrivia().LastOrDefault(IsMore) is var above && above == default ? statement.FullSpan.Start : StartOfLine(statement);
        edits.AddOnce(new TextEdit(comment == default ? TextSpan.FromBounds(start, statement.FullSpan.End) : TextSpan.FromBounds(statement.SpanStart, comment.SpanStart), ""));
    }

    private static bool IsMore(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    /// <summary>Where the white space before it begins, if nothing else stands there.</summary>
    private static int StartOfLine(StatementSyntax statement)
    {
        TextLine line = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart);
        return string.IsNullOrWhiteSpace(line.ToString().Substring(0, statement.SpanStart - line.Start)) ? line.Start : statement.SpanStart;
    }

    /// <summary>The blank line that stood after the statements that are gone.</summary>
    private void RemoveBlankHead(TextEdits edits)
    {
        StatementSyntax? first = (_wait.Parent as BlockSyntax)?.Statements.FirstOrDefault(statement => statement != _wait && (statement != _removal || _uses.Count == 0));
        SyntaxTrivia last = first?.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)).LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ?? default;
        if (first is not null && last != default)
        {
            edits.AddOnce(new TextEdit(TextSpan.FromBounds(first.FullSpan.Start, last.Span.End), ""));
        }
    }
}
