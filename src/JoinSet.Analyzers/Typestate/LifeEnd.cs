using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>One way in which a set's life ends.</summary>
/// <param name="how">What ends it.</param>
/// <param name="state">How it stood just before.</param>
/// <param name="trace">How it came to be so.</param>
/// <param name="at">The last thing in the source before the end; null where the end is the scope's own.</param>
internal readonly struct LifeEnd(EndOfLife how, SetState state, Trace trace, SyntaxNode? at)
{
    internal EndOfLife How { get; } = how;

    internal SetState State { get; } = state;

    /// <summary>There are tasks in it, for all that anybody can tell.</summary>
    internal bool LosesTasks => State is { Holds: true, IsDoubtful: false };

    internal Trace Trace { get; } = trace;

    internal SyntaxNode? At { get; } = at;
}
