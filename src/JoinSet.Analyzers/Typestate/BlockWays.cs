using JoinSets.Analyzers.Flow;

namespace JoinSets.Analyzers.Typestate;

/// <summary>The worlds in which a block is left, by the way out. Most blocks are left in one way, so that a list is made when it is needed.</summary>
internal sealed class BlockWays
{
    private List<World>? _normal;
    private List<World>? _caught;
    private List<World>? _thrown;
    private List<World>? _abandoned;

    internal BlockOutcome<Worlds> Outcome => new(Worlds.Of(_normal), Worlds.Of(_caught), Worlds.Of(_thrown), Worlds.Of(_abandoned));

    /// <summary>At its end.</summary>
    internal void End(World world) => (_normal ??= []).Add(world);

    /// <summary>By an operation that throws of itself; gathered only where a handler could see it.</summary>
    internal void Catch(World world) => (_caught ??= []).Add(world);

    /// <summary>By an operation that always throws.</summary>
    internal void Throw(World world) => (_thrown ??= []).Add(world);

    /// <summary>By a consumer who never comes back for the next element.</summary>
    internal void Abandon(World world) => (_abandoned ??= []).Add(world);
}
