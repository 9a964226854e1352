using System.Collections.Immutable;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Rules;
using JoinSets.Analyzers.Symbols;
using JoinSets.Analyzers.Typestate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Neighbours;

/// <summary>The lives of the sets in the body around a piece of source: the very ones that the rules judge.</summary>
/// <remarks>Thread safety: one object serves one request.</remarks>
internal sealed class LivesAround(SuppressionAnalysisContext context, KnownSymbols symbols)
{
    internal ImmutableArray<SetLife> Of(SyntaxNode node)
        => MemberBody.Around(node) is { } body && MemberBodies.In(context.Compilation).Read(body, context.GetSemanticModel(body.SyntaxTree), context.CancellationToken) is { } read
            ? SetLives.In(read, symbols)
            : ImmutableArray<SetLife>.Empty;

    /// <summary>Whether every end of this life is known, and every task was waited for before it, or by it.</summary>
    internal static bool IsDrained(SetLife life)
        => life is { IsOwned: true, MayLiveOn: false, Loops.HasCountedLoop: false, Ends.Count: > 0 } && life.Ends.All(IsDrained);

    private static bool IsDrained(LifeEnd end)
        => !end.State.Holds || (end.How is EndOfLife.DisposeAsync && !UndrainedSetAnalyzer.IsUndrained(end));
}
