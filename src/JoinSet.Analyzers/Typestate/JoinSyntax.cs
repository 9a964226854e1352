using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Typestate;

/// <summary>What in the source joins a set, by the set's name.</summary>
internal static class JoinSyntax
{
    internal static bool IsLoop(SyntaxNode node)
        => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    internal static bool IsJump(SyntaxNode node)
        => node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement };

    internal static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        CommonForEachStatementSyntax statement => statement.Expression,
        _ => null,
    };

    internal static StatementSyntax? StatementOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Statement,
        DoStatementSyntax statement => statement.Statement,
        ForStatementSyntax statement => statement.Statement,
        CommonForEachStatementSyntax statement => statement.Statement,
        _ => null,
    };

    /// <summary>The first join in the node: a call, or what an <c>await foreach</c> goes through.</summary>
    internal static SyntaxNode? JoinIn(SyntaxNode node, string set)
        => node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } each && Mentions(each.Expression, set)
            ? each.Expression
            : OwnNodes(node).FirstOrDefault(call => IsJoinOf(call, set));

    internal static bool IsJoinOf(SyntaxNode node, string set)
        => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinNextAsync" or "TryJoinNext" or "MoveNextAsync" } access }
            && (Mentions(access.Expression, set) || access.Name.Identifier.ValueText is "MoveNextAsync");

    internal static bool IsDrainedIn(SyntaxNode node, string set) => OwnNodes(node)
        .Any(call => call is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JoinAllAsync" or "ShutdownAsync" } access && Mentions(access.Expression, set));

    internal static bool IsSpawnInto(SyntaxNode node, string set)
        => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Spawn" or "SpawnOn" or "SpawnLocal" or "SpawnBlocking" or "Add" } access }
            && Mentions(access.Expression, set);

    /// <summary>The node and what is in it, without the functions that it defines.</summary>
    internal static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode node)
        => node.DescendantNodesAndSelf(inner => inner == node || inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    internal static bool Mentions(SyntaxNode node, string name)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);
}
