using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>Hears what happens to a followed set, path by path. The same may be told more than once.</summary>
internal interface ILifeObserver
{
    /// <summary>Its life ends. <paramref name="world"/> is as things stood just before.</summary>
    void OnEnd(EndOfLife end, World world, SyntaxNode? at);

    /// <summary>It is used after it was disposed, on this path.</summary>
    void OnUseAfterDispose(World world, SyntaxNode at);

    /// <summary>The body is left with the set in this state, by its end or a return.</summary>
    void OnExit(World world);
}
