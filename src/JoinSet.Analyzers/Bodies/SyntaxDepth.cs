using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Bodies;

/// <summary>How deep a piece of source nests. Building a graph recurses, and an overflow would take the compiler down.</summary>
internal static class SyntaxDepth
{
    private const int Most = 400;

    internal static bool IsSane(SyntaxNode node)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((node, 0));
        while (pending.Count > 0)
        {
            (SyntaxNode at, int depth) = pending.Pop();
            if (depth > Most)
            {
                return false;
            }

            foreach (SyntaxNode child in at.ChildNodes())
            {
                pending.Push((child, depth + 1));
            }
        }

        return true;
    }
}
