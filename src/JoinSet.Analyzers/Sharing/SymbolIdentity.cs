using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Whether two symbols are one.</summary>
internal static class SymbolIdentity
{
    internal static bool IsSameAs(this ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
