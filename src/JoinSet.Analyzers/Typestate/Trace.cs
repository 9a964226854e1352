using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>How a set came to be in its state: what a message tells. Immutable.</summary>
internal sealed class Trace
{
    private Trace(Places fills, Places aborts, Places jumps, Places joins, Places returns)
    {
        Fills = fills;
        Aborts = aborts;
        Jumps = jumps;
        Joins = joins;
        Returns = returns;
    }

    internal static Trace Nothing { get; } = new(Places.None, Places.None, Places.None, Places.None, Places.None);

    /// <summary>The spawns whose tasks may still be there.</summary>
    internal Places Fills { get; }

    /// <summary>The AbortAll calls that nobody has reaped after.</summary>
    internal Places Aborts { get; }

    /// <summary>Where a join loop was left before its end.</summary>
    internal Places Jumps { get; }

    /// <summary>The join that was awaited last.</summary>
    internal Places Joins { get; }

    /// <summary>Where a join that nobody awaited was handed to the caller.</summary>
    internal Places Returns { get; }

    /// <summary>The places, each once, in the order of the source.</summary>
    internal static ImmutableArray<Location> LocationsOf(IEnumerable<SyntaxNode> nodes)
        => nodes.Distinct().OrderBy(static node => node.SpanStart).Select(static node => node.GetLocation()).ToImmutableArray();

    /// <param name="at">Where the tasks come from.</param>
    /// <param name="wasEmpty">What was spawned before is gone.</param>
    internal Trace Fill(SyntaxNode at, bool wasEmpty) => With(wasEmpty ? Only(at, Fills) : Fills.Union(Places.Of(at)), Places.None, Places.None, Joins, Returns);

    internal Trace Abort(SyntaxNode at) => With(Fills, Aborts.Union(Places.Of(at)), Jumps, Joins, Returns);

    internal Trace Jump(SyntaxNode at) => With(Fills, Aborts, Only(at, Jumps), Joins, Returns);

    internal Trace Join(SyntaxNode at) => With(Fills, Aborts, Jumps, Only(at, Joins), Returns);

    internal Trace Return(SyntaxNode at) => With(Fills, Aborts, Jumps, Joins, Only(at, Returns));

    /// <summary>What either tells; this very trace when the other has nothing new.</summary>
    internal Trace Merge(Trace other) => ReferenceEquals(this, other)
        ? this
        : With(
            Fills.Union(other.Fills),
            Aborts.Union(other.Aborts),
            Jumps.Union(other.Jumps),
            Joins.Union(other.Joins),
            Returns.Union(other.Returns));

    private static Places Only(SyntaxNode at, Places known) => known.Count == 1 && known.Contains(at) ? known : Places.Of(at);

    private Trace With(Places fills, Places aborts, Places jumps, Places joins, Places returns)
    {
        bool isSame = ReferenceEquals(fills, Fills) && ReferenceEquals(aborts, Aborts) && ReferenceEquals(jumps, Jumps)
            && ReferenceEquals(joins, Joins) && ReferenceEquals(returns, Returns);
        return isSame ? this : new Trace(fills, aborts, jumps, joins, returns);
    }
}
