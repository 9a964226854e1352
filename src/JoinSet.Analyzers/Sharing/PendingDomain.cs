using System.Numerics;
using JoinSets.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace JoinSets.Analyzers.Sharing;

/// <summary>Which tasks may run where, as a flow analysis: each block is a list of events, read once.</summary>
internal sealed class PendingDomain(ITaskLedger ledger, EventReader events) : IFlowDomain<Pending>
{
    public Pending Join(Pending known, Pending other, bool isBack) => known.Union(isBack ? other.StopCounting(known) : other);

    public BlockOutcome<Pending> Run(BasicBlock block, Pending fact)
    {
        bool mayThrow = false;
        foreach (FlowEvent happening in events.Of(block))
        {
            fact = happening.Happen(fact, ledger);
            mayThrow |= happening.MayThrow;
        }

        return new(fact, mayThrow ? fact : null, thrown: null, abandoned: null);
    }

    public Pending? Assume(BasicBlock block, Pending fact, bool value)
    {
        if (block.BranchValue?.ConstantValue is { HasValue: true, Value: bool constant } && constant != value)
        {
            return null;
        }

        if (block.BranchValue is { } condition && UseReader.VariableOf(BodyCode.Plain(condition)) is { } variable)
        {
            fact = ledger.Assume(fact, variable, value);
        }

        if (value && events.IsJoinTest(block, out ISymbol? joined))
        {
            fact = ledger.JoinOne(fact, joined);
        }

        if (events.HopWaitAfter(block) is { } wait)
        {
            fact = ledger.Wait(fact, wait);
        }

        return events.EmptyTestOf(block) is { } test && test.WhenTrue == value
            ? ledger.Drain(fact, test.Set)
            : fact;
    }

    public Pending Depart(Pending fact, Route route) => fact;

    public Pending? Leave(Pending fact, Route route)
    {
        BigInteger gone = BigInteger.Zero;
        foreach (ControlFlowRegion region in route.Leaves)
        {
            foreach (ILocalSymbol local in region.Locals)
            {
                gone |= ledger.BitsOf(local);
            }
        }

        return fact.Forget(gone);
    }

    public void End(Pending fact, Route route)
    {
    }
}
