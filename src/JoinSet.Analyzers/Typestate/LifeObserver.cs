using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>Hears what happens to a followed set, path by path. The same may be told more than once.</summary>
internal abstract class LifeObserver
{
    /// <summary>Its life ends. <paramref name="world"/> is as things stood just before.</summary>
    internal virtual void OnEnd(EndOfLife end, World world, SyntaxNode? at)
    {
    }

    /// <summary>It is used after it was disposed, on this path; or a join of it is handed to the caller, and it is disposed before that can be awaited.</summary>
    internal virtual void OnUseAfterDispose(SyntaxNode at)
    {
    }

    /// <summary>Tasks are put in. <paramref name="world"/> is as things stood just before.</summary>
    internal virtual void OnFill(World world)
    {
    }

    /// <summary>A join is awaited, or an enumerator takes a step. <paramref name="world"/> is as things stood just before.</summary>
    internal virtual void OnJoin(World world, SyntaxNode at)
    {
    }

    /// <summary>An exception may be raised here by the program's own doing or not: the set is what it would leave behind.</summary>
    internal virtual void OnRisk(World world, SyntaxNode at)
    {
    }

    /// <summary>The body gives the set itself to its caller.</summary>
    internal virtual void OnReturn(World world)
    {
    }

    /// <summary>The body is left with the set in this state, by its end or a return.</summary>
    internal virtual void OnExit(World world)
    {
    }
}
