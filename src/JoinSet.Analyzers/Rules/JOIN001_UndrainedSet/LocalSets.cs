using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Rules;

/// <summary>Finds the sets that a body makes with <c>new</c> and holds in a local, and gathers all that is done with them.</summary>
internal static class LocalSets
{
    /// <summary>One walk over the operations, however many sets there are; none at all for a body that makes no set.</summary>
    internal static IEnumerable<LocalSet> In(IOperation block, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        Dictionary<ISymbol, LocalSet> sets = MadeIn(block, symbols, cancellationToken);
        if (sets.Count == 0)
        {
            return [];
        }

        foreach (IOperation operation in block.Descendants())
        {
            if (operation is ILocalReferenceOperation use && sets.TryGetValue(use.Local, out LocalSet? set))
            {
                set.Note(use, symbols);
            }
        }

        return sets.Values;
    }

    private static Dictionary<ISymbol, LocalSet> MadeIn(IOperation block, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var made = new Dictionary<ISymbol, LocalSet>(SymbolEqualityComparer.Default);
        foreach (VariableDeclaratorSyntax declarator in DeclaratorsIn(block.Syntax))
        {
            if (block.SemanticModel?.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol { IsRef: false } local && symbols.IsSet(local.Type))
            {
                made[local] = new LocalSet(local, declarator, block.SemanticModel);
            }
        }

        return made;
    }

    /// <summary>Members are not entered: the compilation unit of top-level statements also holds types, whose bodies come by themselves.</summary>
    private static IEnumerable<VariableDeclaratorSyntax> DeclaratorsIn(SyntaxNode body)
        => body.DescendantNodes(static node => node is not MemberDeclarationSyntax or GlobalStatementSyntax)
            .OfType<VariableDeclaratorSyntax>()
            .Where(static declarator => IsCreation(declarator.Initializer?.Value));

    private static bool IsCreation(ExpressionSyntax? value)
    {
        while (value is ParenthesizedExpressionSyntax parenthesized)
        {
            value = parenthesized.Expression;
        }

        return value is BaseObjectCreationExpressionSyntax;
    }
}
