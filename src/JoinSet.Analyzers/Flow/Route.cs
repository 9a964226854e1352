using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Flow;

/// <summary>A way out of some regions: the finally blocks on it, inner first, then where it leads. One object a way, compared by identity.</summary>
internal sealed class Route(
    ImmutableArray<ControlFlowRegion> finallys,
    ImmutableArray<ControlFlowRegion> leaves,
    BasicBlock? destination,
    FlowExit exit,
    ControlFlowBranch? branch)
{
    internal ImmutableArray<ControlFlowRegion> Finallys { get; } = finallys;

    /// <summary>The regions whose locals are gone once the finally blocks have run.</summary>
    internal ImmutableArray<ControlFlowRegion> Leaves { get; } = leaves;

    /// <summary>Null where the way leads out of the body.</summary>
    internal BasicBlock? Destination { get; } = destination;

    internal FlowExit Exit { get; } = exit;

    /// <summary>The branch that goes this way; null for exceptions and abandoned iterators.</summary>
    internal ControlFlowBranch? Branch { get; } = branch;
}
