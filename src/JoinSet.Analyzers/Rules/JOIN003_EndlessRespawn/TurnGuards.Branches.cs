using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

internal sealed partial class TurnGuards
{
    /// <summary>For each branch that was asked about, whether it spawns: of long chains of conditions each link would ask again for all that follow.</summary>
    private readonly Dictionary<SyntaxNode, bool> _spawningBranches = [];

    /// <summary>A condition decides nothing where its other branch spawns, too.</summary>
    private Guard UnlessOtherSpawns(Guard guard, SyntaxNode? other) => guard is not Guard.None && other is not null && Spawns(other) ? Guard.None : guard;

    private Guard OfSection(SwitchSectionSyntax section)
        => section.Parent is SwitchStatementSyntax { Sections: var all } && all.Any(IsDefault) && all.All(other => other == section || other.Statements.Any(Spawns)) ? Guard.None : Guard.Changing;

    private Guard OfArm(SwitchExpressionArmSyntax arm)
        => arm.Parent is SwitchExpressionSyntax { Arms: var all } && all.All(other => other == arm || Spawns(other.Expression)) ? Guard.None : Guard.Changing;

    /// <summary>Whether a jump is taken only after the turn has spawned.</summary>
    private bool IsAfterSpawn(StatementSyntax jump)
    {
        for (SyntaxNode at = jump; at != loop.Statement && at.Parent is { } around; at = around)
        {
            if (StatementsOf(around).TakeWhile(statement => statement != at).Any(Spawns))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDefault(SwitchSectionSyntax section) => section.Labels.Any(static label => label is DefaultSwitchLabelSyntax);

    private static SyntaxList<StatementSyntax> StatementsOf(SyntaxNode list) => list switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => [],
    };

    // Whoever goes through the branch comes by a spawn.
    private bool Spawns(SyntaxNode branch)
    {
        if (!_spawningBranches.TryGetValue(branch, out bool spawns))
        {
            spawns = fills.Any(fill => branch.Span.Contains(fill.Span) && OfItems(fill) is Guard.None && Around(fill, branch) is Guard.None
                && !JumpsBefore(fill).Any(jump => branch.Span.Contains(jump.Span)));
            _spawningBranches.Add(branch, spawns);
        }

        return spawns;
    }
}
