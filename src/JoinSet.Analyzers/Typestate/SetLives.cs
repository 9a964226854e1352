using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>
/// The lives of all sets in a body, those that it makes and those that it only visits. Worked out once a body, whichever rule asks
/// first, and kept as long as the compilation.
/// </summary>
internal sealed class SetLives
{
    private static readonly ConditionalWeakTable<Compilation, SetLives> s_compilations = new();

    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<ImmutableArray<SetLife>>> _bodies = new();
    private readonly KnownSymbols _symbols;
    private readonly SetSummaries _summaries;
    private readonly SetFactories _factories;

    private SetLives(Compilation compilation, KnownSymbols symbols)
    {
        // Not the cancellation of one request: what is worked out stays for the rules that ask later.
        _symbols = symbols;
        _summaries = new SetSummaries(compilation, CancellationToken.None);
        _factories = new SetFactories(compilation, symbols, _summaries);
    }

    internal static ImmutableArray<SetLife> In(OperationBlockAnalysisContext context, IOperation block, KnownSymbols symbols)
        => s_compilations.GetValue(context.Compilation, compilation => new SetLives(compilation, symbols)).In(context, block);

    /// <summary>The sets that a body makes, for somebody whom the compiler gives no graph: worked out anew at each call.</summary>
    internal static ImmutableArray<SetLife> MadeIn(ControlFlowGraph graph, Compilation compilation, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        SetLives lives = s_compilations.GetValue(compilation, known => new SetLives(known, symbols));
        return lives.Follow(SetCreation.FindIn(graph.OriginalOperation, symbols, lives._factories, cancellationToken), ImmutableArray<VisitedSet>.Empty, graph);
    }

    private ImmutableArray<SetLife> In(OperationBlockAnalysisContext context, IOperation block)
    {
        if (_bodies.TryGetValue(block.Syntax, out StrongBox<ImmutableArray<SetLife>>? known))
        {
            return known.Value;
        }

        ImmutableArray<SetLife> lives = Find(context, block);
        return _bodies.GetValue(block.Syntax, _ => new StrongBox<ImmutableArray<SetLife>>(lives)).Value;
    }

    private ImmutableArray<SetLife> Find(OperationBlockAnalysisContext context, IOperation block)
    {
        ImmutableArray<SetCreation> made = SetCreation.FindIn(block, _symbols, _factories, context.CancellationToken);
        ImmutableArray<VisitedSet> visited = VisitedSet.FindIn(block, _symbols, context.CancellationToken);
        return (made.IsEmpty && visited.IsEmpty) || !SyntaxDepth.IsSane(block.Syntax)
            ? ImmutableArray<SetLife>.Empty
            : Follow(made, visited, context.GetControlFlowGraph(block));
    }

    private ImmutableArray<SetLife> Follow(ImmutableArray<SetCreation> made, ImmutableArray<VisitedSet> visited, ControlFlowGraph graph)
    {
        var lives = ImmutableArray.CreateBuilder<SetLife>();
        foreach (ControlFlowGraph body in FunctionGraphs.AllIn(graph))
        {
            ImmutableArray<SetCreation> own = made.RemoveAll(creation => !FunctionGraphs.Owns(body, creation.Syntax));
            foreach (SetCreation creation in own)
            {
                AddTo(lives, body, FollowedSet.MadeBy(creation.Syntax, creation.State, creation.Name), creation.Identifier);
            }

            foreach (ISymbol variable in visited.Where(visit => FunctionGraphs.Owns(body, visit.At) && !own.Any(creation => creation.IsHeldBy(visit.Variable)))
                .Select(static visit => visit.Variable)
                .Distinct<ISymbol>(SymbolEqualityComparer.Default))
            {
                AddTo(lives, body, FollowedSet.VisitedIn(variable), identifier: null);
            }
        }

        return lives.ToImmutable();
    }

    private void AddTo(ImmutableArray<SetLife>.Builder lives, ControlFlowGraph body, FollowedSet set, SyntaxToken? identifier)
    {
        var life = new SetLife(set.Name, identifier) { Creation = set.Creation };
        var scene = new SetBody(body, set, _summaries, life);
        if (SetAnalysis.TryRun(scene))
        {
            life.IsCounted = scene.Loops.HasCountedLoop;
            lives.Add(life);
        }
    }
}
