using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>
/// The lives of all sets that a body makes. Worked out once a body, whichever rule asks first: the compiler gives every analyzer the
/// same graph, and the answer hangs on it.
/// </summary>
internal static class SetLives
{
    private static readonly ConditionalWeakTable<ControlFlowGraph, StrongBox<ImmutableArray<SetLife>>> s_known = new();
    private static readonly ConditionalWeakTable<Compilation, SetSummaries> s_summaries = new();

    internal static ImmutableArray<SetLife> In(OperationBlockAnalysisContext context, IOperation block, KnownSymbols symbols)
    {
        ImmutableArray<SetCreation> creations = SetCreation.FindIn(block, symbols, context.CancellationToken);
        if (creations.IsEmpty || !SyntaxDepth.IsSane(block.Syntax))
        {
            return ImmutableArray<SetLife>.Empty;
        }

        ControlFlowGraph graph = context.GetControlFlowGraph(block);
        if (s_known.TryGetValue(graph, out StrongBox<ImmutableArray<SetLife>>? known))
        {
            return known.Value;
        }

        // Not the cancellation of this request: what is worked out stays for the rules that ask later.
        SetSummaries summaries = s_summaries.GetValue(context.Compilation, static compilation => new SetSummaries(compilation, CancellationToken.None));
        ImmutableArray<SetLife> lives = Follow(creations, graph, summaries);
        return s_known.GetValue(graph, _ => new StrongBox<ImmutableArray<SetLife>>(lives)).Value;
    }

    private static ImmutableArray<SetLife> Follow(ImmutableArray<SetCreation> creations, ControlFlowGraph graph, SetSummaries summaries)
    {
        var lives = ImmutableArray.CreateBuilder<SetLife>();
        foreach (ControlFlowGraph body in FunctionGraphs.AllIn(graph))
        {
            foreach (SetCreation creation in creations.Where(creation => FunctionGraphs.Owns(body, creation.Syntax)))
            {
                var life = new SetLife(creation.Name, creation.Declaration);
                if (SetAnalysis.TryRun(new SetBody(body, FollowedSet.MadeBy(creation.Syntax, creation.Name), summaries, life)))
                {
                    lives.Add(life);
                }
            }
        }

        return lives.ToImmutable();
    }
}
