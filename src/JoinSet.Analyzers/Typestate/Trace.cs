using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>How a set came to be in its state: what a message tells. Immutable, in the order of the source.</summary>
internal sealed class Trace(ImmutableSortedSet<SyntaxNode> fills, ImmutableSortedSet<SyntaxNode> aborts, ImmutableSortedSet<SyntaxNode> jumps)
{
    private static readonly ImmutableSortedSet<SyntaxNode> s_none = ImmutableSortedSet.Create<SyntaxNode>(new SourceOrder());

    internal static Trace Nothing { get; } = new(s_none, s_none, s_none);

    /// <summary>The spawns whose tasks may still be there.</summary>
    internal ImmutableSortedSet<SyntaxNode> Fills { get; } = fills;

    /// <summary>The AbortAll calls that nobody has reaped after.</summary>
    internal ImmutableSortedSet<SyntaxNode> Aborts { get; } = aborts;

    /// <summary>Where a join loop was left before its end.</summary>
    internal ImmutableSortedSet<SyntaxNode> Jumps { get; } = jumps;

    /// <summary>The places, each once, in the order of the source.</summary>
    internal static ImmutableArray<Location> LocationsOf(IEnumerable<SyntaxNode> nodes)
        => nodes.Distinct().OrderBy(static node => node.SpanStart).Select(static node => node.GetLocation()).ToImmutableArray();

    internal Trace Fill(SyntaxNode at) => With(Fills.Add(at), s_none, Jumps);

    internal Trace Abort(SyntaxNode at) => With(Fills, Aborts.Add(at), Jumps);

    internal Trace Jump(SyntaxNode at) => With(Fills, Aborts, s_none.Add(at));

    internal Trace Merge(Trace other)
        => ReferenceEquals(this, other) ? this : With(Fills.Union(other.Fills), Aborts.Union(other.Aborts), Jumps.Union(other.Jumps));

    private Trace With(ImmutableSortedSet<SyntaxNode> fills, ImmutableSortedSet<SyntaxNode> aborts, ImmutableSortedSet<SyntaxNode> jumps)
        => fills.Count == Fills.Count && aborts.Count == Aborts.Count && jumps.Count == Jumps.Count
            && fills.SetEquals(Fills) && aborts.SetEquals(Aborts) && jumps.SetEquals(Jumps)
            ? this
            : new Trace(fills, aborts, jumps);

    private sealed class SourceOrder : IComparer<SyntaxNode>
    {
        public int Compare(SyntaxNode? x, SyntaxNode? y)
        {
            int byStart = (x?.SpanStart ?? 0).CompareTo(y?.SpanStart ?? 0);
            return byStart != 0 ? byStart : (x?.Span.Length ?? 0).CompareTo(y?.Span.Length ?? 0);
        }
    }
}
