using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JoinSets.Analyzers.Bodies;
using JoinSets.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Typestate;

/// <summary>
/// The lives of all sets in a body, those that it makes and those that it only visits. Worked out once a body, whichever rule asks
/// first, and kept as long as the compilation.
/// </summary>
internal sealed class SetLives
{
    private static readonly ConditionalWeakTable<Compilation, SetLives> s_compilations = new();

    private readonly KnownSymbols _symbols;
    private readonly SetSummaries _summaries;
    private readonly SetFactories _factories;

    private SetLives(Compilation compilation, KnownSymbols symbols)
    {
        // Not the cancellation of one request: what is worked out stays for the rules that ask later.
        _symbols = symbols;
        _summaries = new SetSummaries(compilation, CancellationToken.None);
        _factories = new SetFactories(symbols, _summaries, MemberBodies.In(compilation).Words);
    }

    internal static ImmutableArray<SetLife> In(MemberBody body, KnownSymbols symbols)
        => body.Recall(() =>
        {
            SetLives lives = s_compilations.GetValue(body.Compilation, compilation => new SetLives(compilation, symbols));
            return new StrongBox<ImmutableArray<SetLife>>(lives.Of(body));
        }).Value;

    private ImmutableArray<SetLife> Of(MemberBody body)
        => Follow(SetCreation.FindIn(body.Block, _symbols, _factories), VisitedSet.FindIn(body.Block, _symbols), body.Graph);

    private ImmutableArray<SetLife> Follow(ImmutableArray<SetCreation> made, ImmutableArray<VisitedSet> visited, ControlFlowGraph graph)
    {
        var lives = ImmutableArray.CreateBuilder<SetLife>();
        var functions = new NestedFunctions(graph);
        foreach (ControlFlowGraph body in FunctionGraphs.AllIn(graph))
        {
            ImmutableArray<SetCreation> own = made.RemoveAll(creation => !FunctionGraphs.Owns(body, creation.Syntax));
            foreach (SetCreation creation in own)
            {
                AddTo(lives, body, functions, FollowedSet.MadeBy(creation.Syntax, creation.State, creation.Name), creation.Identifier);
            }

            foreach (ISymbol variable in visited.Where(visit => FunctionGraphs.Owns(body, visit.At) && !own.Any(creation => creation.IsHeldBy(visit.Variable)))
                .Select(static visit => visit.Variable)
                .Distinct<ISymbol>(SymbolEqualityComparer.Default))
            {
                AddTo(lives, body, functions, FollowedSet.VisitedIn(variable), identifier: null);
            }
        }

        return lives.ToImmutable();
    }

    private void AddTo(ImmutableArray<SetLife>.Builder lives, ControlFlowGraph body, NestedFunctions functions, FollowedSet set, SyntaxToken? identifier)
    {
        var life = new SetLife(set.Name, identifier) { Creation = set.Creation };
        var scene = new SetBody(body, functions, set, _summaries, life);
        if (SetAnalysis.TryRun(scene))
        {
            life.Loops = scene.Loops;
            lives.Add(life);
        }
    }
}
