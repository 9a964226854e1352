using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>How a set came to be in its state: what a message tells. Immutable, in the order of the source.</summary>
internal sealed class Trace
{
    private static readonly ImmutableSortedSet<SyntaxNode> s_none = ImmutableSortedSet.Create<SyntaxNode>(new SourceOrder());

    internal static Trace Nothing { get; } = new();

    /// <summary>The spawns whose tasks may still be there.</summary>
    internal ImmutableSortedSet<SyntaxNode> Fills { get; private set; } = s_none;

    /// <summary>The AbortAll calls that nobody has reaped after.</summary>
    internal ImmutableSortedSet<SyntaxNode> Aborts { get; private set; } = s_none;

    /// <summary>Where a join loop was left before its end.</summary>
    internal ImmutableSortedSet<SyntaxNode> Jumps { get; private set; } = s_none;

    /// <summary>The join that was awaited last.</summary>
    internal ImmutableSortedSet<SyntaxNode> Joins { get; private set; } = s_none;

    /// <summary>Where a join that nobody awaited was handed to the caller.</summary>
    internal ImmutableSortedSet<SyntaxNode> Returns { get; private set; } = s_none;

    /// <summary>The places, each once, in the order of the source.</summary>
    internal static ImmutableArray<Location> LocationsOf(IEnumerable<SyntaxNode> nodes)
        => nodes.Distinct().OrderBy(static node => node.SpanStart).Select(static node => node.GetLocation()).ToImmutableArray();

    /// <param name="at">Where the tasks come from.</param>
    /// <param name="wasEmpty">What was spawned before is gone.</param>
    internal Trace Fill(SyntaxNode at, bool wasEmpty) => With((wasEmpty ? s_none : Fills).Add(at), s_none, s_none, Joins, Returns);

    internal Trace Abort(SyntaxNode at) => With(Fills, Aborts.Add(at), Jumps, Joins, Returns);

    internal Trace Jump(SyntaxNode at) => With(Fills, Aborts, s_none.Add(at), Joins, Returns);

    internal Trace Join(SyntaxNode at) => With(Fills, Aborts, Jumps, s_none.Add(at), Returns);

    internal Trace Return(SyntaxNode at) => With(Fills, Aborts, Jumps, Joins, s_none.Add(at));

    internal Trace Merge(Trace other) => ReferenceEquals(this, other)
        ? this
        : With(
            Union(Fills, other.Fills),
            Union(Aborts, other.Aborts),
            Union(Jumps, other.Jumps),
            Union(Joins, other.Joins),
            Union(Returns, other.Returns));

    private Trace With(
        ImmutableSortedSet<SyntaxNode> fills,
        ImmutableSortedSet<SyntaxNode> aborts,
        ImmutableSortedSet<SyntaxNode> jumps,
        ImmutableSortedSet<SyntaxNode> joins,
        ImmutableSortedSet<SyntaxNode> returns)
    {
        bool isSame = Same(fills, Fills) && Same(aborts, Aborts) && Same(jumps, Jumps) && Same(joins, Joins) && Same(returns, Returns);
        return isSame ? this : new Trace { Fills = fills, Aborts = aborts, Jumps = jumps, Joins = joins, Returns = returns };
    }

    private static ImmutableSortedSet<SyntaxNode> Union(ImmutableSortedSet<SyntaxNode> a, ImmutableSortedSet<SyntaxNode> b)
        => ReferenceEquals(a, b) || b.IsEmpty ? a : a.IsEmpty ? b : b.All(a.Contains) ? a : a.Union(b);

    private static bool Same(ImmutableSortedSet<SyntaxNode> a, ImmutableSortedSet<SyntaxNode> b)
        => ReferenceEquals(a, b) || (a.Count == b.Count && a.SetEquals(b));

    private sealed class SourceOrder : IComparer<SyntaxNode>
    {
        public int Compare(SyntaxNode? x, SyntaxNode? y)
        {
            int byStart = (x?.SpanStart ?? 0).CompareTo(y?.SpanStart ?? 0);
            return byStart != 0 ? byStart : (x?.Span.Length ?? 0).CompareTo(y?.Span.Length ?? 0);
        }
    }
}
