namespace JoinSets.Analyzers.Sharing;

/// <summary>Something that happens in a block and matters to who runs beside whom.</summary>
/// <param name="happen">What it does to the tasks that are pending.</param>
/// <param name="mayThrow">Whether handlers around it are to be followed from here.</param>
internal sealed class FlowEvent(Func<Pending, ITaskLedger, Pending> happen, bool mayThrow = false)
{
    internal bool MayThrow => mayThrow;

    internal Pending Happen(Pending now, ITaskLedger ledger) => happen(now, ledger);
}
