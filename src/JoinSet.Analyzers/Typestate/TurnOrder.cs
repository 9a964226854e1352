using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>In which order a turn of a loop joins a set and spawns into it.</summary>
internal sealed class TurnOrder(SyntaxNode loop, string set)
{
    /// <summary>
    /// Every turn spawns, and what it joins for certain it joins before that: at the end of a turn there is a task in the set, however many there were.
    /// </summary>
    internal bool EndsInSpawn { get; } = LastIn(loop, IsSpawnInto(set)) is var spawn && spawn >= 0 && spawn > LastIn(loop, node => JoinSyntax.IsJoinOf(node, set));

    private static Func<SyntaxNode, bool> IsSpawnInto(string set) => node => JoinSyntax.IsSpawnInto(node, set);

    private static int LastIn(SyntaxNode loop, Func<SyntaxNode, bool> match) => JoinSyntax.OwnNodes(loop)
        .Where(node => match(node) && IsSureIn(loop, node))
        .Select(static node => node.SpanStart)
        .DefaultIfEmpty(-1)
        .Max();

    // Nothing between the loop and the node lets a turn pass it by, as far as the syntax tells.
    private static bool IsSureIn(SyntaxNode loop, SyntaxNode node)
    {
        for (SyntaxNode child = node; child.Parent is { } parent && child != loop; child = parent)
        {
            if (parent != loop && MayPassBy(parent, child))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayPassBy(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        IfStatementSyntax choice => child != choice.Condition,
        ConditionalExpressionSyntax choice => child != choice.Condition,
        WhileStatementSyntax loop => child != loop.Condition,
        ForStatementSyntax loop => child == loop.Statement || loop.Incrementors.Contains(child),
        CommonForEachStatementSyntax loop => child == loop.Statement,
        BinaryExpressionSyntax { OperatorToken.ValueText: "&&" or "||" or "??" } pair => child == pair.Right,
        ConditionalAccessExpressionSyntax access => child == access.WhenNotNull,
        SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax => true,
        _ => false,
    };
}
