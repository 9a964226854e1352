using System.Collections.Immutable;
using JoinSets.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The life of one set as a flow analysis: world by world.</summary>
internal sealed class SetDomain(SetBody body) : IFlowDomain<Worlds>
{
    public Worlds Join(Worlds known, Worlds other)
    {
        Worlds union = known.Union(other);
        if (union.All.Length > Worlds.Most)
        {
            body.GiveUp();
        }

        return union;
    }

    public BlockOutcome<Worlds> Run(BasicBlock block, Worlds fact)
    {
        body.Spend(fact.All.Length);
        var normal = ImmutableArray.CreateBuilder<World>();
        var caught = ImmutableArray.CreateBuilder<World>();
        var thrown = ImmutableArray.CreateBuilder<World>();
        var abandoned = ImmutableArray.CreateBuilder<World>();
        foreach (World world in body.HasGivenUp ? ImmutableArray<World>.Empty : fact.All)
        {
            var transfer = new SetTransfer(body, world);
            transfer.Run(block);
            caught.AddRange(transfer.Caught);
            thrown.AddRange(transfer.Thrown);
            abandoned.AddRange(transfer.Abandoned);
            if (transfer.Now is { } now)
            {
                normal.Add(now);
            }
        }

        return new(Worlds.Of(normal), Worlds.Of(caught), Worlds.Of(thrown), Worlds.Of(abandoned));
    }

    public Worlds? Assume(BasicBlock block, Worlds fact, bool value) => Each(fact, world => new SetTransfer(body, world).Assume(value));

    public Worlds Depart(Worlds fact, Route route)
    {
        if (route.Exit is not FlowExit.Normal)
        {
            bool isFault = route.Exit is FlowExit.Fault;
            return Each(fact, world => world.Unwinding(isFault ? world.State.Recover() : world.State))!;
        }

        return route.Branch is { } branch && body.Loops.LeftBy(branch) is { } jump
            ? Each(fact, world => world.Jump(jump))!
            : fact;
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
        var changed = ImmutableArray.CreateBuilder<World>(fact.All.Length);
        foreach (World world in fact.All)
        {
            if (change(world) is { } result)
            {
                changed.Add(result);
            }
        }

        return Worlds.Of(changed);
    }
}
