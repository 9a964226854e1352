using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.CodeFixes.Gathering;

/// <summary>The one place where a set is joined: <c>await set.JoinAllAsync();</c>, or a loop over its results that runs until the set is empty.</summary>
internal sealed class GatheredJoin
{
    private GatheredJoin(StatementSyntax statement, SyntaxToken result, StatementSyntax? body, IReadOnlyList<SyntaxToken> typeNames)
    {
        Statement = statement;
        Result = result;
        Body = body;
        TypeNames = typeNames;
    }

    internal StatementSyntax Statement { get; }

    /// <summary>Of a loop: what it does with each result. Null: all are joined at once.</summary>
    internal StatementSyntax? Body { get; }

    /// <summary>Of a loop: what it calls a result.</summary>
    internal SyntaxToken Result { get; }

    /// <summary>Where the source says JoinResult.</summary>
    internal IReadOnlyList<SyntaxToken> TypeNames { get; }

    internal static GatheredJoin? Of(IdentifierNameSyntax set) => set.FirstAncestorOrSelf<StatementSyntax>() switch
    {
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax join } statement when Calls(set, join, "JoinAllAsync") => new GatheredJoin(statement, default, null, []),
        ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } loop when loop.Expression.Span.Contains(set.Span) && IsPlain(loop.Statement, loop.Identifier)
            => new GatheredJoin(loop, loop.Identifier, loop.Statement, NamesIn(loop.Type)),
        WhileStatementSyntax { Condition: IsPatternExpressionSyntax { Expression: AwaitExpressionSyntax join } test } loop when Calls(set, join, "JoinNextAsync") && NameIn(test.Pattern) is { } name && IsPlain(loop.Statement, name)
            => new GatheredJoin(loop, name, loop.Statement, test.Pattern is DeclarationPatternSyntax { Type: var type } ? NamesIn(type) : []),
        _ => null,
    };

    private static bool Calls(IdentifierNameSyntax set, AwaitExpressionSyntax join, string member)
        => set.Parent is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == member
            && join.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && (name == member || name is "ConfigureAwait" or "AsTask"));

    // is { } result, is JoinResult result
    private static SyntaxToken? NameIn(PatternSyntax pattern) => pattern switch
    {
        RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0, Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier,
        _ => null,
    };

    // Every result comes by, and is only asked for what a result with a value knows too.
    private static bool IsPlain(StatementSyntax body, SyntaxToken result) => body
        .DescendantNodesAndSelf()
        .All(node => node is not (BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or ContinueStatementSyntax)
            && !(node is IdentifierNameSyntax name && name.Identifier.ValueText == result.ValueText && name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" or "Name" or "IsSuccess" or "IsCanceled" or "IsFaulted" or "Error" or "ThrowIfFailed" }));

    private static IReadOnlyList<SyntaxToken> NamesIn(TypeSyntax type)
        => (type as IdentifierNameSyntax ?? (type as QualifiedNameSyntax)?.Right) is { Identifier.ValueText: "JoinResult" } name ? [name.Identifier] : [];
}
