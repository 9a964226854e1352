using System.Collections.Immutable;

namespace JoinSets.Analyzers.Sharing;

/// <summary>A use of something from outside, reached by running a function: directly or through the functions that it calls.</summary>
internal sealed class TaskUse(VariableUse use, ImmutableArray<Guard> guards)
{
    internal VariableUse Use => use;

    /// <summary>What is held there, on the way there included.</summary>
    internal ImmutableArray<Guard> Guards => guards;
}
