using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Flow;

/// <summary>Where facts are kept: before a block, apart for each thing that may follow the finally block it is in.</summary>
internal readonly struct FlowPoint(BasicBlock block, Continuation? after) : IEquatable<FlowPoint>
{
    internal BasicBlock Block { get; } = block;

    internal Continuation? After { get; } = after;

    public bool Equals(FlowPoint other) => Block.Ordinal == other.Block.Ordinal && Equals(After, other.After);

    public override bool Equals(object? obj) => obj is FlowPoint other && Equals(other);

    public override int GetHashCode() => unchecked((Block.Ordinal * 397) + (After?.GetHashCode() ?? 0));
}
