using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>One way things may stand at a point: the set's state, what the variables are known to be, and how it came about. Immutable.</summary>
internal sealed class World(SetState state, KnownValues values, Trace trace, Value branch = default, bool isUnwinding = false)
{
    internal SetState State { get; } = state;

    internal KnownValues Values { get; } = values;

    internal Trace Trace { get; } = trace;

    /// <summary>What the branch value of the block that was just run came out as.</summary>
    internal Value Branch { get; } = branch;

    /// <summary>An exception is on its way out: what a finally block does now is not done on a normal path.</summary>
    internal bool IsUnwinding { get; } = isUnwinding;

    /// <summary>This very world where nothing is new.</summary>
    internal World With(SetState state, KnownValues values, Trace trace, Value branch)
        => State.Equals(state) && ReferenceEquals(Values, values) && ReferenceEquals(Trace, trace) && Branch.Equals(branch) ? this : new(state, values, trace, branch, IsUnwinding);

    internal World Unwinding(SetState state) => new(state, Values, Trace, Branch, isUnwinding: true);

    internal World Arrived() => IsUnwinding ? new(State, Values, Trace, Branch) : this;

    /// <summary>A join loop is left here before its end, or with nobody knowing whether it was before.</summary>
    internal World Depart(LoopExit exit)
        => !State.Holds ? this
            : exit.IsCounted ? new(State.Doubt(), Values, Trace, Branch, IsUnwinding)
            : exit.Jump is { } jump ? new(exit.IsCondition ? State.Look() : State, Values, Trace.Jump(jump), Branch, IsUnwinding)
            : this;

    /// <summary>What both have in common, where the set is in the same state in both. Gives this very world when the other adds nothing.</summary>
    internal World Merge(World other)
    {
        KnownValues values = ReferenceEquals(Values, other.Values)
            ? Values
            : Values.RemoveAll(known => !other.Values.TryGetValue(known.Key, out Value value) || !value.Equals(known.Value));
        Trace trace = Trace.Merge(other.Trace);
        return ReferenceEquals(values, Values) && ReferenceEquals(trace, Trace) ? this : new World(State, values, trace, Branch, IsUnwinding);
    }

    /// <summary>Whether the two may be merged: the set is in the same state and in the same hands.</summary>
    internal bool IsLike(World other)
        => State.Equals(other.State) && Branch.Equals(other.Branch) && IsUnwinding == other.IsUnwinding
            && (ReferenceEquals(Values, other.Values) || (HoldsSetLike(other) && other.HoldsSetLike(this)));

    private bool HoldsSetLike(World other)
        => !Values.Any(known => known.Value.Kind is ValueKind.Set && !(other.Values.TryGetValue(known.Key, out Value value) && value.Kind is ValueKind.Set));
}
