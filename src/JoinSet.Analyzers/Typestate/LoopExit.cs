using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>How a branch leaves a join loop.</summary>
/// <param name="jump">The statement that leaves it early, or the join in its condition where that may end it early; null where the branch leaves none.</param>
/// <param name="isCounted">Something was counted: whether tasks are left is a matter of arithmetic.</param>
internal readonly struct LoopExit(SyntaxNode? jump, bool isCounted)
{
    internal SyntaxNode? Jump { get; } = jump;

    /// <summary>The loop's own condition ends it, which joins or would have joined.</summary>
    internal bool IsCondition => Jump is ExpressionSyntax;

    internal bool IsCounted { get; } = isCounted;
}
