using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The loops of a body that join a set, and where they are left before their end.</summary>
internal sealed class JoinLoops(ControlFlowGraph graph, string name)
{
    private readonly List<SyntaxNode> _loops = Find(graph.OriginalOperation.Syntax, name);
    private readonly Dictionary<ControlFlowBranch, LoopExit> _exits = new();

    /// <summary>Some loop joins a counted number of times.</summary>
    internal bool HasCountedLoop => _loops.Any(loop => new CountedLoop(loop, name).Counts);

    /// <summary>How the branch leaves a join loop early, or with nobody knowing whether it is early.</summary>
    internal LoopExit ExitBy(ControlFlowBranch branch)
    {
        if (_loops.Count == 0)
        {
            return default;
        }

        if (!_exits.TryGetValue(branch, out LoopExit exit))
        {
            exit = FindExit(branch);
            _exits.Add(branch, exit);
        }

        return exit;
    }

    /// <summary>The last thing in the source before the branch is taken.</summary>
    internal static SyntaxNode? SourceOf(ControlFlowBranch? branch)
        => branch is null ? null : (branch.Source.BranchValue ?? branch.Source.Operations.LastOrDefault())?.Syntax;

    private LoopExit FindExit(ControlFlowBranch branch)
    {
        if (SourceOf(branch) is not { } source)
        {
            return default;
        }

        SyntaxNode? target = FirstSyntaxOf(branch.Destination);
        SyntaxNode? loop = _loops.LastOrDefault(candidate => candidate.Span.Contains(source.Span) && !(target is not null && candidate.Span.Contains(target.Span)));
        if (loop is null)
        {
            return default;
        }

        SyntaxNode? jump = JumpOf(loop, source);
        return new(jump, !IsCleanUpOf(loop, branch, source) && new CountedLoop(loop, name).IsLeftByCount(source, jump));
    }

    // What disposes of an enumerator has the source of its foreach, however that was left.
    private static bool IsCleanUpOf(SyntaxNode loop, ControlFlowBranch branch, SyntaxNode source)
        => loop is CommonForEachStatementSyntax each && !each.Statement.Span.Contains(source.Span)
            && branch.Source.BranchValue is not IInvocationOperation { TargetMethod.Name: "MoveNext" };

    private SyntaxNode? JumpOf(SyntaxNode loop, SyntaxNode source)
    {
        if (JoinSyntax.JoinIn(loop, name) is null)
        {
            return null;
        }

        if (JoinSyntax.ConditionOf(loop) is { } condition && condition.Span.Contains(source.Span))
        {
            return JoinSyntax.JoinIn(condition, name); // a condition such as `is { IsSuccess: true }`: where it means empty, there is nothing to report
        }

        return source.AncestorsAndSelf().FirstOrDefault(JoinSyntax.IsJump)
            ?? JoinSyntax.OwnNodes(loop).FirstOrDefault(node => node.SpanStart >= source.Span.End && JoinSyntax.IsJump(node));
    }

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

    private static List<SyntaxNode> Find(SyntaxNode body, string name) => JoinSyntax.OwnNodes(body)
        .Where(node => JoinSyntax.IsLoop(node) && (JoinSyntax.JoinIn(node, name) is not null || JoinSyntax.IsDrainedIn(node, name)))
        .ToList();
}
