using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Hops;

/// <summary>Where the handle of a hop goes, and so what may wait for its end.</summary>
/// <param name="kind">What is known of it.</param>
/// <param name="variable">The local that holds it, where there is one.</param>
internal sealed class HopHandle(HopHandleKind kind, ISymbol? variable = null)
{
    internal static readonly HopHandle Over = new(HopHandleKind.Over);
    internal static readonly HopHandle Dropped = new(HopHandleKind.Dropped);
    internal static readonly HopHandle Returned = new(HopHandleKind.Returned);

    internal HopHandleKind Kind => kind;

    internal ISymbol? Variable => variable;

    internal static HopHandle Loose(ISymbol? variable = null) => new(HopHandleKind.Loose, variable);
}
