using System.Collections.Immutable;
using JoinSets.Analyzers.Rules;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>The lives of the sets that are made around a piece of source. Each body is followed once, however many reports it has.</summary>
/// <remarks>Thread safety: one object serves one request.</remarks>
internal sealed class LivesAround(SuppressionAnalysisContext context, KnownSymbols symbols)
{
    private readonly Dictionary<SyntaxNode, ImmutableArray<SetLife>> _known = [];

    internal ImmutableArray<SetLife> Of(SyntaxNode node)
    {
        if (EnclosingBody.Of(node) is not { } body)
        {
            return ImmutableArray<SetLife>.Empty;
        }

        if (!_known.TryGetValue(body, out ImmutableArray<SetLife> lives))
        {
            lives = Follow(body);
            _known.Add(body, lives);
        }

        return lives;
    }

    /// <summary>Whether every end of this life is known, and every task was waited for before it, or by it.</summary>
    internal static bool IsDrained(SetLife life)
        => life is { IsOwned: true, MayLiveOn: false, IsCounted: false, Ends.Count: > 0 } && life.Ends.All(IsDrained);

    private static bool IsDrained(LifeEnd end)
        => !end.State.Holds || (end.How is EndOfLife.DisposeAsync && !UndrainedSetAnalyzer.IsUndrained(end));

    private ImmutableArray<SetLife> Follow(SyntaxNode body)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        ControlFlowGraph? graph = EnclosingBody.GraphOf(body, context.GetSemanticModel(body.SyntaxTree), cancellationToken);
        return graph is null ? ImmutableArray<SetLife>.Empty : SetLives.MadeIn(graph, context.Compilation, symbols, cancellationToken);
    }
}
