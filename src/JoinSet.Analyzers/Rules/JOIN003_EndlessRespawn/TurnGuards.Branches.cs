using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

internal sealed partial class TurnGuards
{
    /// <summary>For each branch that was asked about, whether it spawns: of long chains of conditions each link would ask again for all that follow.</summary>
    private readonly Dictionary<SyntaxNode, bool> _spawningBranches = [];

    /// <summary>A condition decides nothing where all of its branches spawn.</summary>
    private Guard UnlessOthersSpawn(Guard guard, params SyntaxNode?[] others)
        => guard is Guard.Changing && others.All(other => other is not null && Spawns(other)) ? Guard.None : guard;

    private Guard OfSection(SwitchSectionSyntax section) => section.Parent is SwitchStatementSyntax choice && choice.Sections.Any(IsDefault)
        ? UnlessOthersSpawn(Guard.Changing, choice.Sections.Where(other => other != section).ToArray())
        : Guard.Changing;

    private Guard OfArm(SwitchExpressionArmSyntax arm)
        => UnlessOthersSpawn(Guard.Changing, ((SwitchExpressionSyntax)arm.Parent!).Arms.Where(other => other != arm).ToArray());

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

    private static IEnumerable<StatementSyntax> StatementsOf(SyntaxNode list) => list switch
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
