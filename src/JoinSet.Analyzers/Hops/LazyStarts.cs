using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Hops;

/// <summary><c>Select</c> over what starts tasks: all of them at once, or one by one as somebody asks for them?</summary>
internal static class LazyStarts
{
    /// <summary>Whether all are started together: where the query stands, or where the variable is used that holds it.</summary>
    internal static bool AreAllAtOnce(IInvocationOperation query)
    {
        if (query.TargetMethod is not { Name: "Select" or "SelectMany", ContainingType.Name: "Enumerable" or "ParallelEnumerable" })
        {
            return false;
        }

        return IsGathered(query.Syntax) || (VariableOf(query.Syntax) is { } variable && UsesOf(variable).Any(IsGathered));
    }

    private static IEnumerable<SyntaxNode> UsesOf(VariableDeclaratorSyntax variable)
        => variable.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText) ?? [];

    private static VariableDeclaratorSyntax? VariableOf(SyntaxNode query)
        => query.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable : null;

    private static bool IsGathered(SyntaxNode tasks) => tasks.Ancestors()
        .TakeWhile(static at => at is not (StatementSyntax or AnonymousFunctionExpressionSyntax))
        .OfType<InvocationExpressionSyntax>()
        .Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" or "WhenAll" or "WaitAll" or "WhenAny" or "AddRange" });
}
