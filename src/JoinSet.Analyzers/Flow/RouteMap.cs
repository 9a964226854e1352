using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Flow;

/// <summary>The ways out of the blocks of one graph, each made once. Belongs to one solver.</summary>
internal sealed class RouteMap(ControlFlowGraph graph)
{
    // Two ways at most go on from a block. By their number: a hash of the branch itself would have to be made for each.
    private readonly Route?[] _branches = new Route?[graph.Blocks.Length * 2];
    private readonly Dictionary<(ControlFlowRegion, FlowExit, INamedTypeSymbol?), ImmutableArray<(Route Route, int FinallysLeft)>> _unwindings = new();

    internal Route Of(ControlFlowBranch branch)
    {
        int number = (branch.Source.Ordinal * 2) + (branch.IsConditionalSuccessor ? 1 : 0);
        return _branches[number] ??= new Route(branch.FinallyRegions, branch.LeavingRegions, branch.Destination, FlowExit.Normal, branch);
    }

    /// <summary>Where an exception from here may be handled, or that it leaves the body; an abandoned iterator runs finally blocks only.</summary>
    /// <param name="from">Where the exception is thrown.</param>
    /// <param name="exit">Why control leaves.</param>
    /// <param name="thrown">The class of what is thrown; null where it may be any exception.</param>
    /// <returns>Each way, and how many finally blocks that are being run are broken off by it.</returns>
    internal ImmutableArray<(Route Route, int FinallysLeft)> Unwind(ControlFlowRegion from, FlowExit exit, INamedTypeSymbol? thrown)
    {
        if (!_unwindings.TryGetValue((from, exit, thrown), out var routes))
        {
            routes = Find(from, exit, thrown);
            _unwindings.Add((from, exit, thrown), routes);
        }

        return routes;
    }

    private ImmutableArray<(Route Route, int FinallysLeft)> Find(ControlFlowRegion from, FlowExit exit, INamedTypeSymbol? thrown)
    {
        var routes = ImmutableArray.CreateBuilder<(Route, int)>();
        var finallys = ImmutableArray.CreateBuilder<ControlFlowRegion>();
        var leaves = ImmutableArray.CreateBuilder<ControlFlowRegion>();
        int finallysLeft = 0;
        for (ControlFlowRegion? region = from; region is not null; region = Around(region))
        {
            leaves.Add(region);
            finallysLeft += region.Kind is ControlFlowRegionKind.Finally ? 1 : 0;
            if (region.Kind is not ControlFlowRegionKind.Try || region.EnclosingRegion is not { } guarded)
            {
                continue;
            }

            if (guarded.Kind is ControlFlowRegionKind.TryAndFinally)
            {
                finallys.Add(guarded.NestedRegions[1]);
            }
            else if (exit is not FlowExit.Abandon && guarded.Kind is ControlFlowRegionKind.TryAndCatch)
            {
                foreach (ControlFlowRegion handler in guarded.NestedRegions.Skip(1).Where(handler => Handler.MayCatch(handler, thrown)))
                {
                    routes.Add((To(graph.Blocks[handler.FirstBlockOrdinal]), finallysLeft));
                    if (Handler.Catches(handler, thrown))
                    {
                        return routes.ToImmutable();
                    }
                }
            }
        }

        routes.Add((To(destination: null), finallysLeft));
        return routes.ToImmutable();

        // The regions around a nested function are those of another graph: where its delegate is made, not where it runs.
        ControlFlowRegion? Around(ControlFlowRegion region) => region == graph.Root ? null : region.EnclosingRegion;

        Route To(BasicBlock? destination) => new(finallys.ToImmutable(), leaves.ToImmutable(), destination, exit, branch: null);
    }
}
