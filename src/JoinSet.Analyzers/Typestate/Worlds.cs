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
        ImmutableDictionary<Slot, Value> values = set.Entry.IsNone
            ? ImmutableDictionary<Slot, Value>.Empty
            : ImmutableDictionary<Slot, Value>.Empty.Add(set.Entry, new Value(ValueKind.Set));
        return new(ImmutableArray.Create(new World(set.Entry.IsNone ? default : set.FirstState, values, Trace.Nothing)));
    }

    internal static Worlds? Of(ImmutableArray<World>.Builder worlds)
    {
        if (worlds.Count == 0)
        {
            return null;
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
        var union = All.ToBuilder();
        bool changed = false;
        foreach (World world in other.All)
        {
            changed |= Add(union, world);
        }

        return changed ? new Worlds(union.ToImmutable()) : this;
    }

    private static bool Add(ImmutableArray<World>.Builder worlds, World world)
    {
        for (int i = 0; i < worlds.Count; i++)
        {
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
