using System.Collections.Immutable;
using JoinSets.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The life of one set as a flow analysis: world by world.</summary>
internal sealed class SetDomain(SetBody body) : IFlowDomain<Worlds>
{
    public Worlds Join(Worlds known, Worlds other, bool isBack)
    {
        Worlds union = known.Union(isBack ? other.StopCounting(known) : other);
        if (union.All.Length > Worlds.Most)
        {
            body.GiveUp();
        }

        return union;
    }

    public BlockOutcome<Worlds> Run(BasicBlock block, Worlds fact)
    {
        body.Spend(fact.All.Length);
        var ways = new BlockWays();
        foreach (World world in body.HasGivenUp ? ImmutableArray<World>.Empty : fact.All)
        {
            new SetTransfer(body, world, ways).Run(block);
        }

        return ways.Outcome;
    }

    public Worlds? Assume(BasicBlock block, Worlds fact, bool value) => Each(fact, world => world.Branch.Kind is ValueKind.Unknown ? world : new SetTransfer(body, world).Assume(value));

    public Worlds Depart(Worlds fact, Route route)
    {
        if (route.Exit is not FlowExit.Normal)
        {
            bool isFault = route.Exit is FlowExit.Fault;
            return Each(fact, world => world.Unwinding(isFault ? world.State.Recover() : world.State))!;
        }

        LoopExit exit = route.Branch is { } branch ? body.Loops.ExitBy(branch) : default;
        return exit.IsCounted || exit.Jump is not null ? Each(fact, world => world.Depart(exit))! : fact;
    }

    public Worlds? Leave(Worlds fact, Route route) 
        => Each(fact, world => Leave(route.Exit is FlowExit.Normal ? world : world.Arrived(), route));

    public void End(Worlds fact, Route route)
    {
        if (route.Exit is not FlowExit.Normal)
        {
            return;
        }

        foreach (World world in fact.All)
        {
            body.Exit(world);
        }
    }

    private World? Leave(World world, Route route)
    {
        if (route.Leaves.IsEmpty || world.Values.IsEmpty)
        {
            return world;
        }

        var transfer = new SetTransfer(body, world);
        EndOfLife end = route.Exit switch
        {
            FlowExit.Throw => EndOfLife.Thrown,
            FlowExit.Abandon => EndOfLife.Abandoned,
            _ => EndOfLife.Scope,
        };
        foreach (ControlFlowRegion region in route.Leaves)
        {
            transfer.Leave(region, end, isSilent: route.Exit is FlowExit.Fault, at: JoinLoops.SourceOf(route.Branch));
        }

        return transfer.Now;
    }

    private static Worlds? Each(Worlds fact, Func<World, World?> change)
    {
        var changed = new List<World>(fact.All.Length);
        bool isSame = true;
        foreach (World world in fact.All)
        {
            World? result = change(world);
            isSame &= ReferenceEquals(result, world);
            if (result is not null)
            {
                changed.Add(result);
            }
        }

        return isSame ? fact : Worlds.Of(changed);
    }
}
