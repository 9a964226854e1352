using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>A loop that joins, and what in it counts: how many tasks it leaves is a matter of arithmetic, and the analysis does not do any.</summary>
internal sealed class CountedLoop
{
    private readonly SyntaxNode _loop;
    private readonly string _set;
    private readonly bool _joinsLast;
    private readonly HashSet<string> _moved;

    internal CountedLoop(SyntaxNode loop, string set)
    {
        _loop = loop;
        _set = set;
        _joinsLast = JoinSyntax.OwnNodes(loop).Any(node => JoinSyntax.IsJoinOf(node, set) && !IsFollowedBySpawn(node));
        _moved = new HashSet<string>(JoinSyntax.OwnNodes(loop).Select(NameMovedBy).OfType<string>());
    }

    /// <summary>Whether anything in it counts.</summary>
    internal bool Counts => (_joinsLast && CountsTurns) || DrainsInLastTurn || JoinSyntax.OwnNodes(_loop).Any(node => JoinSyntax.IsJump(node) && IsCountedJump(node));

    /// <summary>Whether it is left here because something was counted: by the loop's own condition, or by the jump.</summary>
    /// <param name="source">What decides that the loop is left.</param>
    /// <param name="jump">The statement that leaves it, if one does.</param>
    internal bool IsLeftByCount(SyntaxNode source, SyntaxNode? jump)
    {
        if (JoinSyntax.StatementOf(_loop)?.Span.Contains(source.Span) is true)
        {
            return jump is not null && IsCountedJump(jump);
        }

        return (_joinsLast && (CountsTurns || (CanCount(source) && !JoinSyntax.Mentions(source, _set) && IsMoved(source)))) || DrainsInLastTurn;
    }

    // `if (i == urls.Length - 1) await set.JoinAllAsync();`
    private bool DrainsInLastTurn => JoinSyntax.OwnNodes(_loop).OfType<IfStatementSyntax>()
        .Any(test => JoinSyntax.Mentions(test.Statement, _set) && (AsksForLastTurn(test.Condition, test.Statement) || FlagsIn(test.Condition).Any(flag => AsksForLastTurn(flag, test.Statement))));

    private bool AsksForLastTurn(SyntaxNode condition, SyntaxNode then)
        => condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(part => IsLastTurn(part, then));

    // `bool isLast = i == urls.Length - 1;`, what the variables of the condition were given in this turn.
    private IEnumerable<SyntaxNode> FlagsIn(SyntaxNode condition) => JoinSyntax.OwnNodes(_loop).OfType<VariableDeclaratorSyntax>()
        .Where(flag => flag.Initializer is not null && JoinSyntax.Mentions(condition, flag.Identifier.ValueText))
        .Select(static flag => flag.Initializer!.Value);

    // The number of the turn, unlike that of the running tasks, does not change with what is done for it.
    private bool IsLastTurn(BinaryExpressionSyntax test, SyntaxNode then) => test.RawKind is (int)SyntaxKind.EqualsExpression
        && test.Left is IdentifierNameSyntax or PrefixUnaryExpressionSyntax
        && test.Right is not LiteralExpressionSyntax
        && IsMoved(test.Left)
        && !JoinSyntax.OwnNodes(then).Select(NameMovedBy).OfType<string>().Any(name => JoinSyntax.Mentions(test.Left, name));

    // It makes room for the spawn that every turn of a loop around it ends in: the task of the last turn is there when the loop ends.
    private bool IsFollowedBySpawn(SyntaxNode join) => join.Ancestors().TakeWhile(at => at != _loop.Parent)
        .Any(at => JoinSyntax.IsLoop(at) && new TurnOrder(at, _set).EndsInSpawn);

    // By the items that it goes through, or by a condition that has nothing to do with the set.
    private bool CountsTurns => _loop is CommonForEachStatementSyntax each
        ? each.AwaitKeyword.RawKind is (int)SyntaxKind.None
        : JoinSyntax.ConditionOf(_loop) is { } condition && !JoinSyntax.Mentions(condition, _set) && CanCount(condition);

    // A number that the loop itself moves decides: `if (++done == total) break;`
    private bool IsCountedJump(SyntaxNode jump) => jump.Ancestors().TakeWhile(at => at != _loop)
        .OfType<IfStatementSyntax>()
        .Any(test => !JoinSyntax.Mentions(test.Condition, _set) && IsMoved(test.Condition) && Compares(test.Condition));

    private bool IsMoved(SyntaxNode condition)
        => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(used => _moved.Contains(used.Identifier.ValueText))
            || condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(IsAsLong);

    // `results.Count == urls.Length`, where a collection grows in the loop: one for each.
    private bool IsAsLong(BinaryExpressionSyntax test)
        => test is { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } left, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } right }
            && (IsGrown(left.Expression) || IsGrown(right.Expression));

    private bool IsGrown(ExpressionSyntax collection) => JoinSyntax.OwnNodes(_loop).Any(node => node
        is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Enqueue" or "Push" } access }
        && SyntaxFactory.AreEquivalent(access.Expression, collection));

    private static bool Compares(SyntaxNode condition)
        => condition.DescendantNodesAndSelf().Any(static node => node is BinaryExpressionSyntax or RelationalPatternSyntax or ConstantPatternSyntax or InvocationExpressionSyntax);

    // Flags and tokens do not count; numbers and calls may.
    private static bool CanCount(SyntaxNode condition) => condition.DescendantNodesAndSelf().Any(static node => node
        is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression }
        or RelationalPatternSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax);

    // By one, or by a number that stands there: a sum of what the tasks gave counts something else. And what is taken out of a collection is counted too.
    private static string? NameMovedBy(SyntaxNode node) => (node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression, Right: LiteralExpressionSyntax } change => change.Left,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "TryRemove" or "RemoveAt" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" } access } => access.Expression,
        _ => null,
    } as IdentifierNameSyntax)?.Identifier.ValueText;
}
