using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>Whether a place is reached only after a statement that already leaves the set empty: nothing is to be written there.</summary>
internal sealed class SeenDrain(SetLocal set)
{
    /// <summary>Looks back from the place, statement by statement and block by block, up to the set's scope.</summary>
    internal bool ComesBefore(SyntaxNode place)
    {
        for (SyntaxNode? at = place; at is not null && at != set.Scope; at = at.Parent)
        {
            if (at is StatementSyntax statement && Decides(Earlier(statement)) is { } isDrained)
            {
                return isDrained;
            }
        }

        return false;
    }

    /// <summary>Whether the last of the statements that has a say in it leaves the set empty.</summary>
    internal bool EndsIn(IEnumerable<StatementSyntax> statements) => Decides(statements.Reverse()) is true;

    private static IEnumerable<StatementSyntax> Earlier(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax
        ? statement.Parent.ChildNodes().TakeWhile(node => node != statement).OfType<StatementSyntax>().Reverse()
        : statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global
            ? unit.Members.TakeWhile(member => member != global).OfType<GlobalStatementSyntax>().Select(static member => member.Statement).Reverse()
            : [];

    private bool? Decides(IEnumerable<StatementSyntax> backwards)
    {
        foreach (StatementSyntax statement in backwards)
        {
            if (IsDrain(statement))
            {
                return true;
            }

            if (set.MentionsIn(statement).Any(Fills))
            {
                return false;
            }
        }

        return null;
    }

    private static bool Fills(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax access && SetMembers.EffectOf(access.Name.Identifier.ValueText) is SetEffect.Fills;

    private bool IsDrain(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or LocalDeclarationStatementSyntax => set.MentionsIn(statement).Any(Empties),
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } loop => set.MentionsIn(loop.Expression).Any() && !IsLeftEarly(loop.Statement),
        WhileStatementSyntax { Condition: IsPatternExpressionSyntax test } loop => set.MentionsIn(test.Expression).Any() && !test.Pattern.DescendantNodes().OfType<SubpatternSyntax>().Any() && !IsLeftEarly(loop.Statement),
        _ => false,
    };

    private static bool Empties(IdentifierNameSyntax mention)
        => mention.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && SetMembers.EffectOf(access.Name.Identifier.ValueText) switch
            {
                SetEffect.Detaches => true,
                SetEffect.JoinsAll => call.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax).OfType<AwaitExpressionSyntax>().Any(),
                _ => false,
            };

    private static bool IsLeftEarly(StatementSyntax body)
        => body.DescendantNodesAndSelf().Any(static node => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax);
}
