using JoinSets.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Hops;

/// <summary>Where threads are started that were made before: one by its variable, those in a list or an array by a loop over it.</summary>
internal sealed class ThreadStarts(BodyCode body)
{
    internal IEnumerable<SyntaxNode> Of(SyntaxNode made, HopHandle handle)
    {
        if (StartOf(made) is { } now)
        {
            return [now];
        }

        if (handle.Variable is not { } variable)
        {
            return ListAround(made) is { } list ? StartsOfAll(list) : [];
        }

        if (body.OnlyValueOf(variable) is null)
        {
            return [];
        }

        List<SyntaxNode> mentions = MentionsOf(variable).ToList();
        List<SyntaxNode> starts = mentions.Select(StartOf).OfType<SyntaxNode>().ToList();
        return starts.Count > 0 ? starts : mentions.Select(ListAround).OfType<ISymbol>().Take(1).SelectMany(StartsOfAll);
    }

    // The local that holds the thread together with others.
    private ISymbol? ListAround(SyntaxNode thread) => thread.Parent switch
    {
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } assignment when assignment.Right == thread => LocalOf(name),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax name } } } => LocalOf(name),
        InitializerExpressionSyntax { Parent: ExpressionSyntax list } => LocalMadeFrom(list),
        ExpressionElementSyntax { Parent: ExpressionSyntax list } => LocalMadeFrom(list),
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } } query } } => LocalOfAll(query),
        _ => null,
    };

    // A query that is not asked at once makes new threads whenever it is.
    private ISymbol? LocalOfAll(InvocationExpressionSyntax query)
        => query.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList", Parent: InvocationExpressionSyntax all } ? LocalMadeFrom(all) : null;

    private ISymbol? LocalMadeFrom(ExpressionSyntax value)
        => value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } ? body.ModelOf(declarator).GetDeclaredSymbol(declarator) as ILocalSymbol : null;

    private ISymbol? LocalOf(IdentifierNameSyntax name) => body.ModelOf(name).GetSymbolInfo(name).Symbol as ILocalSymbol;

    private IEnumerable<SyntaxNode> StartsOfAll(ISymbol list) => MentionsOf(list).SelectMany(static mention => mention.Parent switch
    {
        ElementAccessExpressionSyntax element when StartOf(element) is { } start => [start],
        ForEachStatementSyntax loop when loop.Expression == mention => StartsOf(loop.Identifier.ValueText, loop.Statement),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach", Parent: InvocationExpressionSyntax call } when StartsEach(call) => [call],
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" } } call } when StartsEach(call) => [call],
        _ => Enumerable.Empty<SyntaxNode>(),
    });

    private IEnumerable<SyntaxNode> MentionsOf(ISymbol variable)
        => body.UsesBySyntax.Values.Where(use => use.Variable.IsSameAs(variable)).Select(static use => use.Syntax);

    private static bool StartsEach(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.LastOrDefault()?.Expression is SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var thread } lambda && StartsOf(thread, lambda.Body).Any();

    private static IEnumerable<SyntaxNode> StartsOf(string thread, SyntaxNode code) => code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == thread).Select(StartOf).OfType<SyntaxNode>();

    private static SyntaxNode? StartOf(SyntaxNode thread)
        => thread.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start", Parent: InvocationExpressionSyntax start } access && access.Expression == thread ? start : null;
}
