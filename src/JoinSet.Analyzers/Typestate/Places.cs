using System.Collections;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>Places in the source of one body, each once, in its order. Immutable.</summary>
internal sealed class Places : IReadOnlyCollection<SyntaxNode>
{
    internal static readonly Places None = new([]);

    private readonly SyntaxNode[] _nodes;

    private Places(SyntaxNode[] nodes) => _nodes = nodes;

    public int Count => _nodes.Length;

    internal static Places Of(SyntaxNode node) => new([node]);

    internal bool Contains(SyntaxNode node) => Array.BinarySearch(_nodes, node, SourceOrder.Instance) >= 0;

    /// <summary>This very object when the other has nothing new.</summary>
    internal Places Union(Places other)
    {
        if (ReferenceEquals(this, other) || other.Count == 0)
        {
            return this;
        }

        if (Count == 0)
        {
            return other;
        }

        return Array.TrueForAll(other._nodes, Contains) ? this : new Places(Merge(_nodes, other._nodes));
    }

    public IEnumerator<SyntaxNode> GetEnumerator() => ((IEnumerable<SyntaxNode>)_nodes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static SyntaxNode[] Merge(SyntaxNode[] left, SyntaxNode[] right)
    {
        var all = new List<SyntaxNode>(left.Length + right.Length);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            int order = l == left.Length ? 1 : r == right.Length ? -1 : SourceOrder.Instance.Compare(left[l], right[r]);
            all.Add(order <= 0 ? left[l] : right[r]);
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return [.. all];
    }

    private sealed class SourceOrder : IComparer<SyntaxNode>
    {
        internal static readonly SourceOrder Instance = new();

        public int Compare(SyntaxNode? x, SyntaxNode? y)
        {
            int byStart = (x?.SpanStart ?? 0).CompareTo(y?.SpanStart ?? 0);
            return byStart != 0 ? byStart : (x?.Span.Length ?? 0).CompareTo(y?.Span.Length ?? 0);
        }
    }
}
