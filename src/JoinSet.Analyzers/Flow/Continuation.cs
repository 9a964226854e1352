namespace JoinSets.Analyzers.Flow;

/// <summary>
/// What follows when the finally block being run ends. Each way through a finally block is followed apart: merging them would let
/// the state of one exit flow into another.
/// </summary>
internal sealed class Continuation(Route route, int index, Continuation? outer) : IEquatable<Continuation>
{
    internal Route Route { get; } = route;

    /// <summary>Which of the route's finally blocks is being run.</summary>
    internal int Index { get; } = index;

    /// <summary>What follows for the finally block around the one that is being run, if there is one.</summary>
    internal Continuation? Outer { get; } = outer;

    public bool Equals(Continuation? other)
        => other is not null && ReferenceEquals(Route, other.Route) && Index == other.Index && Equals(Outer, other.Outer);

    public override bool Equals(object? obj) => Equals(obj as Continuation);

    public override int GetHashCode()
        => unchecked((System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Route) * 31) + (Index * 17) + (Outer?.GetHashCode() ?? 0));
}
