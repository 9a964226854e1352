using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>The statements and expressions that jump out of a loop.</summary>
internal static class LoopJumps
{
    internal static IEnumerable<SyntaxNode> Of(StatementSyntax loop) => OwnCode.In(loop).Where(node => Leaves(node, loop));

    /// <summary>The loop that a continue goes on with, or that a break leaves unless a switch is nearer.</summary>
    internal static SyntaxNode? LoopAround(SyntaxNode jump) => jump.Ancestors().FirstOrDefault(OwnCode.IsLoop);

    private static bool Leaves(SyntaxNode node, StatementSyntax loop) => node switch
    {
        BreakStatementSyntax => node.Ancestors().FirstOrDefault(static outer => outer is SwitchStatementSyntax || OwnCode.IsLoop(outer)) == loop,
        ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
        YieldStatementSyntax => true, // whoever enumerates may not come back for more
        GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } => true,
        _ => false,
    };
}
