using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JoinSets.Analyzers.Loops;

/// <summary>An <c>await foreach</c> over a set, as it is or by JoinEachAsync, WithCancellation and ConfigureAwait.</summary>
internal static class JoinStream
{
    /// <summary>The set that is enumerated; null where it is something else.</summary>
    internal static ISymbol? Of(CommonForEachStatementSyntax each, SemanticModel model, KnownSymbols symbols)
    {
        if (each.AwaitKeyword.RawKind == 0)
        {
            return null;
        }

        ExpressionSyntax source = SetVariable.Bare(each.Expression);
        while (source is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" or "ConfigureAwait" or "JoinEachAsync" } access })
        {
            source = SetVariable.Bare(access.Expression);
        }

        return SetVariable.Of(source, model, symbols);
    }
}
