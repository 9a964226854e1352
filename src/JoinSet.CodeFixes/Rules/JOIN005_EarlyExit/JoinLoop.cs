using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Rules;

/// <summary>The loop that a report speaks of: it joins the set, and is left early.</summary>
internal sealed class JoinLoop
{
    private JoinLoop(StatementSyntax statement, ExpressionSyntax set, SyntaxToken result)
    {
        Statement = statement;
        Set = set;
        Result = result;
    }

    internal StatementSyntax Statement { get; }

    /// <summary>The set as the loop calls it.</summary>
    internal ExpressionSyntax Set { get; }

    /// <summary>The loop's variable; none where it has no simple one.</summary>
    internal SyntaxToken Result { get; }

    internal StatementSyntax Body => Statement switch
    {
        CommonForEachStatementSyntax loop => loop.Statement,
        WhileStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => Statement,
    };

    /// <summary>The loop around the place that joins the set of this name; null where there is none to be seen.</summary>
    internal static JoinLoop? Around(SyntaxNode place, string set)
        => place.AncestorsAndSelf().OfType<StatementSyntax>().Select(statement => Of(statement, set)).FirstOrDefault(static loop => loop is not null);

    private static JoinLoop? Of(StatementSyntax statement, string set) => statement switch
    {
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } loop when Named(loop.Expression, set) is { } name
            => new(loop, name, (loop as ForEachStatementSyntax)?.Identifier ?? default),
        WhileStatementSyntax loop when JoinIn(loop.Condition, set) is { } name => new(loop, name, ResultIn(loop.Condition)),
        WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax when JoinIn(statement, set) is { } name => new(statement, name, default),
        _ => null,
    };

    private static IdentifierNameSyntax? JoinIn(SyntaxNode node, string set) => node
        .DescendantNodesAndSelf(static inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<MemberAccessExpressionSyntax>()
        .Where(static access => access.Name.Identifier.ValueText is "JoinNextAsync" or "TryJoinNext")
        .Select(access => Named(access.Expression, set))
        .FirstOrDefault(static name => name is not null);

    private static SyntaxToken ResultIn(ExpressionSyntax condition) => condition is IsPatternExpressionSyntax test
        ? test.Pattern switch
        {
            RecursivePatternSyntax { PropertyPatternClause: null or { Subpatterns.Count: 0 }, Designation: SingleVariableDesignationSyntax name } => name.Identifier,
            DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
            _ => default,
        }
        : default;

    private static IdentifierNameSyntax? Named(SyntaxNode node, string set)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == set);
}
