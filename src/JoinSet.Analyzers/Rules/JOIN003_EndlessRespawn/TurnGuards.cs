using JoinSets.Analyzers.Loops;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Rules;

/// <summary>What decides whether a statement in a join loop runs in a turn, the join itself aside.</summary>
internal sealed partial class TurnGuards(JoinLoop loop, IReadOnlyList<InvocationExpressionSyntax> fills, SemanticModel model, KnownSymbols symbols)
{
    private readonly LoopConstants _constants = new(loop.Statement, model);

    /// <summary>The strongest guard of a spawn: around it, before it, or in the sequence that it spawns for.</summary>
    internal Guard Of(InvocationExpressionSyntax fill)
    {
        Guard guard = Max(Around(fill, loop.Statement), OfItems(fill));
        foreach (StatementSyntax jump in JumpsBefore(fill).Where(jump => !IsAfterSpawn(jump)))
        {
            guard = Max(guard, Around(jump, loop.Statement) is Guard.Constant ? Guard.Constant : Guard.Changing);
        }

        return guard;
    }

    private static Guard Max(Guard a, Guard b) => a > b ? a : b;

    private Guard Around(SyntaxNode node, SyntaxNode outermost)
    {
        var guard = Guard.None;
        SyntaxNode child = node;
        for (SyntaxNode? at = node.Parent; at is not null && child != outermost && guard is not Guard.Changing; child = at, at = at.Parent)
        {
            if (at == loop.Statement)
            {
                return Max(guard, IsBeforeTheFirstTurn(child) ? Guard.Changing : Guard.None);
            }

            guard = Max(guard, Over(at, child));
        }

        return guard;
    }

    private bool IsBeforeTheFirstTurn(SyntaxNode part) => loop.Statement switch
    {
        ForStatementSyntax counted => part == counted.Declaration || counted.Initializers.Any(start => start == part),
        CommonForEachStatementSyntax each => part == each.Expression,
        _ => false,
    };

    private Guard Over(SyntaxNode at, SyntaxNode child) => at switch
    {
        IfStatementSyntax choice when child != choice.Condition
            => UnlessOtherSpawns(OfCondition(choice.Condition, isTrue: child == choice.Statement), child == choice.Statement ? choice.Else : choice.Statement),
        ConditionalExpressionSyntax choice when child != choice.Condition
            => UnlessOtherSpawns(OfCondition(choice.Condition, isTrue: child == choice.WhenTrue), child == choice.WhenTrue ? choice.WhenFalse : choice.WhenTrue),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => child == both.Left ? Guard.None : OfCondition(both.Left, isTrue: true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => child == either.Left ? Guard.None : OfCondition(either.Left, isTrue: false),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => child == choice.Left ? Guard.None : Guard.Changing,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } choice => child == choice.Left ? Guard.None : Guard.Changing,
        ConditionalAccessExpressionSyntax access => child == access.Expression || SymbolEqualityComparer.Default.Equals(SetVariable.Of(access.Expression, model, symbols), loop.Set) ? Guard.None : Guard.Changing,
        WhileStatementSyntax inner => child == inner.Condition ? Guard.None : _constants.GuardOf(inner.Condition),
        ForStatementSyntax inner => child == inner.Statement ? _constants.GuardOf(inner) : Guard.Changing,
        CommonForEachStatementSyntax inner => child == inner.Expression || _constants.IsSequence(inner.Expression) ? Guard.None : Guard.Changing,
        SwitchSectionSyntax section => OfSection(section),
        SwitchExpressionArmSyntax arm => OfArm(arm),
        CatchClauseSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax => Guard.Changing,
        _ => Guard.None,
    };

    /// <summary>A test for the end of the loop is none as long as the spawn is on the side where the loop goes on.</summary>
    private Guard OfCondition(ExpressionSyntax condition, bool isTrue)
        => EndDecision.Ask(condition, loop, model, symbols) is (EndKind.Null, var isEndWhenTrue)
            ? isTrue == isEndWhenTrue ? Guard.Changing : Guard.None
            : _constants.GuardOf(condition);

    private Guard OfItems(InvocationExpressionSyntax fill)
        => SetCall.NameOf(fill) != "SpawnEach" || (SetCall.Of(fill, model, symbols)?.ArgumentFor("items", model) is { } items && _constants.IsSequence(items))
            ? Guard.None
            : Guard.Changing;

    /// <summary>The jumps by which a turn, of this loop or of one around the spawn in it, may end before the spawn.</summary>
    private IEnumerable<StatementSyntax> JumpsBefore(InvocationExpressionSyntax fill) => OwnCode.In(loop.Statement)
        .Where(node => node.SpanStart < fill.SpanStart && TargetOf(node) is { } target && target.Span.Contains(fill.Span) && !(node is BreakStatementSyntax && target == loop.Statement))
        .Cast<StatementSyntax>();

    private static SyntaxNode? TargetOf(SyntaxNode jump) => jump switch
    {
        ContinueStatementSyntax => LoopJumps.LoopAround(jump),
        BreakStatementSyntax => jump.Ancestors().FirstOrDefault(static outer => outer is SwitchStatementSyntax || OwnCode.IsLoop(outer)) is { } target && OwnCode.IsLoop(target) ? target : null,
        _ => null,
    };
}
