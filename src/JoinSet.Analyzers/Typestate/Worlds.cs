using System.Collections.Immutable;

namespace JoinSets.Analyzers.Typestate;

/// <summary>
/// All the ways things may stand at a point: one world for each state of the set, so that what is known about variables stays together
/// with the state it goes with (property simulation). Immutable.
/// </summary>
internal sealed class Worlds(ImmutableArray<World> all)
{
    /// <summary>Beyond this nobody could follow the program either; the analysis gives up.</summary>
    internal const int Most = 64;

    internal ImmutableArray<World> All { get; } = all;

    /// <summary>How things stand when the body begins.</summary>
    internal static Worlds StartOf(FollowedSet set)
    {
        World start = set.Entry.IsNone
            ? new World(default, KnownValues.None, Trace.Nothing)
            : new World(set.FirstState, KnownValues.None.SetItem(set.Entry, new Value(ValueKind.Set)), Trace.Nothing);
        return new(ImmutableArray.Create(start));
    }

    internal static Worlds? Of(List<World>? worlds)
    {
        if (worlds is null or { Count: 0 })
        {
            return null;
        }

        if (worlds.Count == 1)
        {
            return new Worlds(ImmutableArray.Create(worlds[0]));
        }

        var distinct = ImmutableArray.CreateBuilder<World>(worlds.Count);
        foreach (World world in worlds)
        {
            Add(distinct, world);
        }

        return new Worlds(distinct.ToImmutable());
    }

    /// <summary>Both together; this very object when the other adds nothing.</summary>
    internal Worlds Union(Worlds other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var union = All.ToBuilder();
        bool changed = false;
        foreach (World world in other.All)
        {
            changed |= Add(union, world);
        }

        return changed ? new Worlds(union.ToImmutable()) : this;
    }

    /// <summary>
    /// A set that comes round with ever more tasks is counted no further: two turns that add tasks are as good as any number. A loop that
    /// joins as many as it spawns keeps its count.
    /// </summary>
    /// <param name="known">How things stood at the head of the loop so far.</param>
    internal Worlds StopCounting(Worlds known)
    {
        ImmutableArray<World> all = All;
        for (int i = 0; i < all.Length; i++)
        {
            World world = all[i];
            if (world.State.IsCounted && known.All.Where(other => other.State.IsBorn && other.State.Held < world.State.Held).Select(static other => other.State.Held).Distinct().Skip(1).Any())
            {
                all = all.SetItem(i, world.With(world.State.StopCounting(), world.Values, world.Trace, world.Branch));
            }
        }

        return all == All ? this : new Worlds(all);
    }

    private static bool Add(ImmutableArray<World>.Builder worlds, World world)
    {
        for (int i = 0; i < worlds.Count; i++)
        {
            if (ReferenceEquals(worlds[i], world))
            {
                return false;
            }

            if (worlds[i].IsLike(world))
            {
                World merged = worlds[i].Merge(world);
                bool changed = !ReferenceEquals(merged, worlds[i]);
                worlds[i] = merged;
                return changed;
            }
        }

        worlds.Add(world);
        return true;
    }
}
