using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The loops of a body that join a set, and where they are left before their end.</summary>
internal sealed class JoinLoops(ControlFlowGraph graph, string name)
{
    private readonly List<SyntaxNode> _loops = Find(graph.OriginalOperation.Syntax, name);
    private readonly Dictionary<ControlFlowBranch, SyntaxNode?> _jumps = new();

    /// <summary>
    /// A loop that joins and ends by counting: how many tasks it leaves is a matter of arithmetic, and the analysis does not do any.
    /// </summary>
    internal bool HasCountedLoop => _loops.Any(IsCounted);

    /// <summary>The statement by which the branch leaves a join loop early, or the loop's own condition where that can end it early.</summary>
    internal SyntaxNode? LeftBy(ControlFlowBranch branch)
    {
        if (_loops.Count == 0)
        {
            return null;
        }

        if (!_jumps.TryGetValue(branch, out SyntaxNode? jump))
        {
            jump = FindJump(branch);
            _jumps.Add(branch, jump);
        }

        return jump;
    }

    /// <summary>The last thing in the source before the branch is taken.</summary>
    internal static SyntaxNode? SourceOf(ControlFlowBranch? branch)
        => branch is null ? null : (branch.Source.BranchValue ?? branch.Source.Operations.LastOrDefault())?.Syntax;

    private SyntaxNode? FindJump(ControlFlowBranch branch)
    {
        if (SourceOf(branch) is not { } source)
        {
            return null;
        }

        SyntaxNode? target = FirstSyntaxOf(branch.Destination);
        SyntaxNode? loop = _loops.LastOrDefault(candidate => candidate.Span.Contains(source.Span) && !(target is not null && candidate.Span.Contains(target.Span)));
        if (loop is null)
        {
            return null;
        }

        if (ConditionOf(loop) is { } condition && condition.Span.Contains(source.Span))
        {
            return JoinIn(condition, name); // a condition such as `is { IsSuccess: true }`: where it means empty, there is nothing to report
        }

        return source.AncestorsAndSelf().FirstOrDefault(IsJump)
            ?? loop.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .FirstOrDefault(node => node.SpanStart >= source.Span.End && IsJump(node));
    }

    private static bool IsJump(SyntaxNode node)
        => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement };

    private static SyntaxNode? FirstSyntaxOf(BasicBlock? block)
    {
        for (int steps = 0; block is not null && steps < 32; steps++)
        {
            if ((block.Operations.FirstOrDefault() ?? block.BranchValue) is { } operation)
            {
                return operation.Syntax;
            }

            block = block.FallThroughSuccessor is { FinallyRegions.Length: 0 } next ? next.Destination : null;
        }

        return null;
    }

    private static List<SyntaxNode> Find(SyntaxNode body, string name) => body
        .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Where(node => IsLoop(node) && JoinIn(node, name) is not null)
        .ToList();

    private static bool IsLoop(SyntaxNode node)
        => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    private static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        CommonForEachStatementSyntax statement => statement.Expression,
        _ => null,
    };

    private bool IsCounted(SyntaxNode loop)
    {
        if (loop is CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.None })
        {
            return true;
        }

        return (loop is not CommonForEachStatementSyntax && ConditionOf(loop) is { } condition && !Mentions(condition, name) && CanCount(condition))
            || JumpConditionsIn(loop).Any(test => !Mentions(test, name));
    }

    // Flags and tokens do not count; numbers and calls may.
    private static bool CanCount(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(static node => node
        is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression }
        or RelationalPatternSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax);

    // What decides a jump in the loop by a number that the loop itself moves: `if (++done == total) break;`
    private static IEnumerable<ExpressionSyntax> JumpConditionsIn(SyntaxNode loop)
    {
        HashSet<string> moved = new(OwnNodes(loop).Select(NameMovedBy).OfType<string>());
        return OwnNodes(loop).OfType<IfStatementSyntax>()
            .Where(test => test.Statement.DescendantNodesAndSelf().Any(IsJump))
            .Select(static test => test.Condition)
            .Where(condition => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(used => moved.Contains(used.Identifier.ValueText)))
            .Where(static condition => condition.DescendantNodesAndSelf().Any(static node => node is BinaryExpressionSyntax or RelationalPatternSyntax or ConstantPatternSyntax));
    }

    private static string? NameMovedBy(SyntaxNode node) => (node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } change => change.Left,
        _ => null,
    } as IdentifierNameSyntax)?.Identifier.ValueText;

    private static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode node)
        => node.DescendantNodesAndSelf(static inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static SyntaxNode? JoinIn(SyntaxNode node, string name)
    {
        if (node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } each && Mentions(each.Expression, name))
        {
            return each.Expression;
        }

        return node.DescendantNodesAndSelf(static inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinNextAsync" or "TryJoinNext" or "MoveNextAsync" } access
                && (Mentions(access.Expression, name) || access.Name.Identifier.ValueText is "MoveNextAsync"));
    }

    private static bool Mentions(SyntaxNode node, string name)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);
}
