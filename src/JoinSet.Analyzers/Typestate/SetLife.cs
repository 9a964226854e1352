using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The life of one set in one body: every way in which it ends, and what is done to it on the way.</summary>
/// <remarks>Thread safety: immutable once the analysis has run.</remarks>
internal sealed class SetLife(string name, SyntaxToken? identifier) : LifeObserver
{
    private readonly List<LifeEnd> _ends = [];
    private readonly HashSet<SyntaxNode> _lateUses = [];
    private readonly HashSet<SyntaxNode> _spins = [];
    private readonly HashSet<SyntaxNode> _answeredJoins = [];
    private readonly HashSet<SyntaxNode> _liveJoins = [];
    private readonly HashSet<SyntaxNode> _risks = [];

    internal string Name => name;

    /// <summary>The body made the set, and is the one to end its life.</summary>
    internal bool IsOwned => identifier is not null;

    /// <summary>The expression that makes it. Owned sets only.</summary>
    internal SyntaxNode? Creation { get; set; }

    /// <summary>The name of the variable that holds it, where the source declares that. Owned sets only.</summary>
    internal SyntaxToken Identifier => identifier.GetValueOrDefault();

    /// <summary>Where the source declares the variable that holds it. Owned sets only.</summary>
    internal Location Declaration => Identifier.GetLocation();

    /// <summary>Owned sets only.</summary>
    internal IReadOnlyList<LifeEnd> Ends => _ends;

    /// <summary>How many of the ends come after a spawn.</summary>
    internal int FilledEnds => Ends.Count(static end => end.Trace.Fills.Count > 0);

    /// <summary>Uses on a path on which the set was disposed before, and joins handed to a caller who gets a disposed set.</summary>
    internal IReadOnlyCollection<SyntaxNode> LateUses => _lateUses;

    /// <summary>
    /// Joins that are reached again after they gave null, with nothing awaited in between. None of those after whose null the body may spawn: what
    /// decides whether it does is more than the analysis sees, and may be just what lets it go on.
    /// </summary>
    internal IEnumerable<SyntaxNode> Spins => _spins.Except(_answeredJoins);

    /// <summary>Joins that, on some path, take a task that nobody aborted.</summary>
    internal IReadOnlyCollection<SyntaxNode> LiveJoins => _liveJoins;

    /// <summary>Statements at which an exception would leave the set behind with tasks in it.</summary>
    internal IReadOnlyCollection<SyntaxNode> Risks => _risks;

    /// <summary>On some path the set is out of sight when its last variable goes: somebody else may own it.</summary>
    internal bool MayLiveOn { get; private set; }

    /// <summary>The loops that join it, once its body was followed.</summary>
    internal JoinLoops? Loops { get; set; }

    internal override void OnEnd(EndOfLife end, World world, SyntaxNode? at)
    {
        MayLiveOn |= world.State.IsGone;
        if (IsOwned && world.State is { IsBorn: true, IsGone: false, IsClosed: false })
        {
            _ends.Add(new LifeEnd(end, world.State, world.Trace, at));
        }
    }

    internal override void OnUseAfterDispose(SyntaxNode at) => _lateUses.Add(at);

    internal override void OnFill(World world)
    {
        if (world.State.IsDry)
        {
            _answeredJoins.UnionWith(world.Trace.Joins);
        }
    }

    internal override void OnJoin(World world, SyntaxNode at)
    {
        if (world.State.IsIdle && world.Trace.Joins.Contains(at))
        {
            _spins.Add(at);
        }

        if (world.State.Holds && !world.State.IsAborted)
        {
            _liveJoins.Add(at);
        }
    }

    internal override void OnRisk(World world, SyntaxNode at)
    {
        if (!world.State.IsGone && !world.IsUnwinding)
        {
            _risks.Add(at);
        }
    }
}
