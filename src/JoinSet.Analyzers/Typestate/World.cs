using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>One way things may stand at a point: the set's state, what the variables are known to be, and how it came about. Immutable.</summary>
internal sealed class World(SetState state, ImmutableDictionary<Slot, Value> values, Trace trace, Value branch = default, bool isUnwinding = false)
{
    internal SetState State { get; } = state;

    internal ImmutableDictionary<Slot, Value> Values { get; } = values;

    internal Trace Trace { get; } = trace;

    /// <summary>What the branch value of the block that was just run came out as.</summary>
    internal Value Branch { get; } = branch;

    /// <summary>An exception is on its way out: what a finally block does now is not done on a normal path.</summary>
    internal bool IsUnwinding { get; } = isUnwinding;

    internal World Unwinding(SetState state) => new(state, Values, Trace, Branch, isUnwinding: true);

    internal World Arrived() => new(State, Values, Trace, Branch);

    /// <summary>A join loop is left here before its end.</summary>
    internal World Jump(SyntaxNode at) => State.Holds ? new(State, Values, Trace.Jump(at), Branch, IsUnwinding) : this;

    /// <summary>What both have in common, where the set is in the same state in both. Gives this very world when the other adds nothing.</summary>
    internal World Merge(World other)
    {
        ImmutableDictionary<Slot, Value> values = Values;
        if (!ReferenceEquals(values, other.Values))
        {
            foreach (KeyValuePair<Slot, Value> known in Values)
            {
                if (!other.Values.TryGetValue(known.Key, out Value value) || !value.Equals(known.Value))
                {
                    values = values.Remove(known.Key);
                }
            }
        }

        Trace trace = Trace.Merge(other.Trace);
        return ReferenceEquals(values, Values) && ReferenceEquals(trace, Trace) ? this : new World(State, values, trace, Branch, IsUnwinding);
    }

    /// <summary>Whether the two may be merged: the set is in the same state and in the same hands.</summary>
    internal bool IsLike(World other)
        => State.Equals(other.State) && Branch.Equals(other.Branch) && IsUnwinding == other.IsUnwinding && HoldsSetLike(other) && other.HoldsSetLike(this);

    private bool HoldsSetLike(World other)
    {
        foreach (KeyValuePair<Slot, Value> known in Values)
        {
            if (known.Value.Kind is ValueKind.Set && !(other.Values.TryGetValue(known.Key, out Value value) && value.Kind is ValueKind.Set))
            {
                return false;
            }
        }

        return true;
    }
}
