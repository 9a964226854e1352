using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The life of one set that a body makes: every way in which it ends, and every use after its end.</summary>
/// <remarks>Thread safety: immutable once the analysis has run.</remarks>
internal sealed class SetLife(string name, Location declaration) : ILifeObserver
{
    private readonly List<LifeEnd> _ends = [];
    private readonly HashSet<SyntaxNode> _lateUses = [];

    internal string Name => name;

    /// <summary>Where the source declares the variable that holds it.</summary>
    internal Location Declaration => declaration;

    internal IReadOnlyList<LifeEnd> Ends => _ends;

    internal IReadOnlyCollection<SyntaxNode> LateUses => _lateUses;

    void ILifeObserver.OnEnd(EndOfLife end, World world, SyntaxNode? at)
    {
        if (world.State.IsBorn && !world.State.IsGone)
        {
            _ends.Add(new LifeEnd(end, world.State, world.Trace, at));
        }
    }

    void ILifeObserver.OnUseAfterDispose(World world, SyntaxNode at) => _lateUses.Add(at);

    void ILifeObserver.OnExit(World world)
    {
    }
}
