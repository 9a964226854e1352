using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 11: detached work that was waiting for its turn keeps it and still runs; while it runs it holds its slot.</summary>
public sealed class Point11_DetachAll_WaitingTurn
{
    [Theory, BothFaces]
    public async Task DetachAll_WorkWaitingForItsTurn_StillRunsInTurn(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var order = new List<int>();
        var last = new Signal();
        set.Spawn(SampleWork.Until(end));
        for (int i = 1; i <= 5; i++)
        {
            set.Spawn((number, _) => NoteAsync(number), i);
        }

        set.DetachAll();
        Assert.Empty(order);
        end.Raise();

        await last.Raised.InTime();
        Assert.Equal([1, 2, 3, 4, 5], order);

        Task<int> NoteAsync(int number)
        {
            order.Add(number);
            if (number == 5)
            {
                last.Raise();
            }

            return Task.FromResult(number);
        }
    }

    [Theory, BothFaces]
    public async Task DetachAll_TaskHoldingASlot_HoldsItUntilItEnds(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal started = new(), end = new(), detachedRuns = new(), detachedEnd = new(), ran = new();
        set.Spawn(SampleWork.Until(end, started));
        set.Spawn(SampleWork.Until(detachedEnd, detachedRuns));
        await started.Raised.InTime();
        set.DetachAll();
        set.Spawn(SampleWork.Raises(ran));

        end.Raise();
        await detachedRuns.Raised.InTime();
        Assert.False(ran.IsRaised);
        detachedEnd.Raise();

        await ran.Raised.InTime();
        Assert.Single(await set.DrainAsync());
    }

    [Theory, BothFaces]
    public async Task DetachedWork_AbortedWhileItWaits_NeverRunsAndGivesUpItsTurn(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal end = new(), ranAborted = new(), ranNext = new();
        set.Spawn(SampleWork.Until(end));
        AbortHandle aborted = set.Spawn(SampleWork.Raises(ranAborted));
        set.Spawn(SampleWork.Raises(ranNext));
        set.DetachAll();

        aborted.Abort();

        Assert.True(aborted.IsFinished);
        end.Raise();
        await ranNext.Raised.InTime();
        Assert.False(ranAborted.IsRaised);
    }

    [Theory, BothFaces]
    public async Task DetachedWork_SetDisposedMeanwhile_StillRuns(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal end = new(), ran = new();
        set.Spawn(SampleWork.Until(end));
        set.Spawn(SampleWork.Raises(ran));
        set.DetachAll();

        await set.DisposeAsync().InTime();

        Assert.False(ran.IsRaised);
        end.Raise();
        await ran.Raised.InTime();
    }

    [Theory, BothFaces]
    public async Task DetachedWork_ParentTokenCancelledMeanwhile_StillRuns(Face face)
    {
        using var parent = new CancellationTokenSource();
        AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1, CancellationToken = parent.Token });
        Signal end = new(), ran = new();
        set.Spawn(SampleWork.Until(end));
        set.Spawn(SampleWork.Raises(ran));
        set.DetachAll();

        await parent.CancelAsync().InTime();

        end.Raise();
        await ran.Raised.InTime();
    }
}
