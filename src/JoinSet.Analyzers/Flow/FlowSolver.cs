using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace JoinSets.Analyzers.Flow;

/// <summary>
/// Finds what holds before each block of a graph, whatever path led there. Knows finally blocks (each way through them apart),
/// handlers, and the ends of locals' lives; knows nothing of what is analysed.
/// </summary>
/// <remarks>Thread safety: one object serves one solve.</remarks>
internal sealed class FlowSolver<TFact>(ControlFlowGraph graph, IFlowDomain<TFact> domain, CancellationToken cancellationToken)
    where TFact : class
{
    /// <summary>A body that takes more than this is too odd to be judged, and the analysis gives up rather than slow the build.</summary>
    private const int StepsPerBlock = 60;

    private readonly RouteMap _routes = new(graph);
    private readonly Dictionary<FlowPoint, TFact> _facts = new();
    private readonly SortedSet<(int Ordinal, int Number)> _queue = new();
    private readonly Dictionary<FlowPoint, int> _numbers = new();
    private readonly List<FlowPoint> _points = new();
    private int _from;

    /// <summary>Runs to the fixed point.</summary>
    /// <returns>False when it gave up: nothing that was learnt may be used.</returns>
    internal bool TrySolve(TFact entry)
    {
        Flow(entry, new FlowPoint(graph.Blocks[0], after: null));
        int budget = 200 + (graph.Blocks.Length * StepsPerBlock);
        while (_queue.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (budget-- == 0)
            {
                return false;
            }

            (int Ordinal, int Number) next = _queue.Min;
            _queue.Remove(next);
            Step(_points[next.Number]);
        }

        return true;
    }

    private void Step(FlowPoint point)
    {
        BasicBlock block = point.Block;
        _from = block.Ordinal;
        BlockOutcome<TFact> outcome = domain.Run(block, _facts[point]);
        Unwind(outcome.Caught, point, FlowExit.Fault);
        Unwind(outcome.Thrown, point, FlowExit.Throw);
        Unwind(outcome.Abandoned, point, FlowExit.Abandon);
        if (outcome.Normal is not { } fact)
        {
            return;
        }

        if (block.ConditionalSuccessor is not { } conditional)
        {
            Follow(block.FallThroughSuccessor, fact, point);
            return;
        }

        bool jumpsWhen = block.ConditionKind is ControlFlowConditionKind.WhenTrue;
        Follow(conditional, domain.Assume(block, fact, jumpsWhen), point);
        Follow(block.FallThroughSuccessor, domain.Assume(block, fact, !jumpsWhen), point);
    }

    private void Follow(ControlFlowBranch? branch, TFact? fact, FlowPoint from)
    {
        if (branch is null || fact is null)
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return:
                Route route = _routes.Of(branch);
                Travel(domain.Depart(fact, route), route, index: 0, from.After);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when from.After is { } after:
                Travel(fact, after.Route, after.Index + 1, after.Outer);
                break;
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow when !IsNoMatch(from.Block):
                Unwind(fact, from, FlowExit.Throw, ClassOf(Thrown(from.Block)));
                break;
        }
    }

    // The compiler's own throw for a switch expression that matches nothing is not a path that anybody wrote. What somebody wrote may
    // stand under the compiler's conversion to Exception.
    private static bool IsNoMatch(BasicBlock block) => Thrown(block) is { IsImplicit: true };

    private static IOperation? Thrown(BasicBlock block)
    {
        IOperation? thrown = block.BranchValue;
        while (thrown is IConversionOperation { IsImplicit: true } conversion)
        {
            thrown = conversion.Operand;
        }

        return thrown;
    }

    private static INamedTypeSymbol? ClassOf(IOperation? thrown) => thrown?.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type ? type : null;

    private void Unwind(TFact? fact, FlowPoint from, FlowExit exit, INamedTypeSymbol? thrown = null)
    {
        if (fact is null)
        {
            return;
        }

        foreach ((Route route, int finallysLeft) in _routes.Unwind(from.Block.EnclosingRegion, exit, thrown))
        {
            if (exit is not FlowExit.Fault || route.Destination is not null)
            {
                Travel(domain.Depart(fact, route), route, index: 0, Drop(from.After, finallysLeft));
            }
        }
    }

    private static Continuation? Drop(Continuation? after, int count)
    {
        for (; count > 0 && after is not null; count--)
        {
            after = after.Outer;
        }

        return after;
    }

    // On through the next finally block of the route, or, after the last one, to where it leads.
    private void Travel(TFact fact, Route route, int index, Continuation? outer)
    {
        if (index < route.Finallys.Length)
        {
            BasicBlock first = graph.Blocks[route.Finallys[index].FirstBlockOrdinal];
            Flow(fact, new FlowPoint(first, new Continuation(route, index, outer)));
            return;
        }

        if (domain.Leave(fact, route) is not { } left)
        {
            return;
        }

        if (route.Destination is null or { Kind: BasicBlockKind.Exit })
        {
            domain.End(left, route);
            return;
        }

        Flow(left, new FlowPoint(route.Destination, outer));
    }

    private void Flow(TFact fact, FlowPoint to)
    {
        if (_facts.TryGetValue(to, out TFact? known))
        {
            TFact joined = domain.Join(known, fact, isBack: to.Block.Ordinal <= _from);
            if (ReferenceEquals(joined, known))
            {
                return;
            }

            fact = joined;
        }

        _facts[to] = fact;
        _queue.Add((to.Block.Ordinal, NumberOf(to)));
    }

    private int NumberOf(FlowPoint point)
    {
        if (!_numbers.TryGetValue(point, out int number))
        {
            number = _points.Count;
            _numbers.Add(point, number);
            _points.Add(point);
        }

        return number;
    }
}
