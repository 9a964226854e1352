using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A condition that says of a set, in one of its two outcomes, that it is empty.</summary>
internal readonly struct EmptyTest(ISymbol? set, bool whenTrue)
{
    internal ISymbol? Set => set;

    internal bool WhenTrue => whenTrue;

    internal EmptyTest Negated => new(set, !whenTrue);
}
