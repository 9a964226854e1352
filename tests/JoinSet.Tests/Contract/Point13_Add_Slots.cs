using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 13: an added task takes no slot of MaxConcurrency, and an abort that meets its end decides for one of the two.</summary>
public sealed class Point13_Add_Slots
{
    [Theory, BothFaces]
    public async Task Add_AllSlotsHeld_IsJoinedAllTheSame(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        set.Spawn(SampleWork.Returns(1));

        AbortHandle added = set.Add(Task.FromResult(2));

        Assert.Equal(added.Id, set.TryJoinNext()!.Id);
        end.Raise();
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task Add_TaskThatNeverEnds_LeavesTheSlotsToTheOthers(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        set.Add(new TaskCompletionSource<int>().Task);
        set.Add(new TaskCompletionSource<int>().Task);

        AbortHandle spawned = set.Spawn(SampleWork.Returns(1));

        Assert.Equal(spawned.Id, (await set.JoinNextAsync().InTime())!.Id);
        await set.DisposeAsync().InTime();
    }

    // If the end of an added task gave back a slot that it never took, two would run at once afterwards.
    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task AddedTask_AtItsEnd_GivesBackNoSlot(Face face, bool aborted)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal started = new(), end = new(), ran = new();
        set.Spawn(SampleWork.Until(end, started));
        set.Spawn(SampleWork.Raises(ran));
        await started.Raised.InTime();
        var foreign = new TaskCompletionSource<int>();
        AbortHandle added = set.Add(foreign.Task);

        if (aborted)
        {
            added.Abort();
        }
        else
        {
            foreign.SetResult(1);
        }

        Assert.Equal(added.Id, set.TryJoinNext()!.Id);
        await Task.Run(static () => { }); // behind whatever the end has sent to the pool
        Assert.False(ran.IsRaised);
        end.Raise();
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task AddedTask_EndRacingAbort_IsJoinedOnceWithOneOutcome(Face face)
    {
        for (int i = 0; i < 1_000; i++)
        {
            AnySet set = AnySet.Create(face);
            var foreign = new TaskCompletionSource<int>();
            AbortHandle handle = set.Add(foreign.Task);
            Task ending = Task.Run(() => foreign.SetResult(1));
            await SpinAsync(i % 16);
            handle.Abort();
            await ending.InTime();

            AnyResult result = Assert.Single(await set.DrainAsync());

            Assert.True(result.IsSuccess ^ result.IsCanceled);
        }
    }

    // Add sends the continuation off after the task has become a member: an abort may come between the two.
    [Theory, BothFaces]
    public async Task Add_RacingAbortAll_LosesNothing(Face face)
    {
        for (int i = 0; i < 1_000; i++)
        {
            AnySet set = AnySet.Create(face);
            var foreign = new TaskCompletionSource<int>();
            Task aborting = Task.Run(set.AbortAll);
            AbortHandle handle = set.Add(foreign.Task);
            await aborting.InTime();
            handle.Abort();

            Assert.True(Assert.Single(await set.DrainAsync()).IsCanceled);
        }
    }

    private static async Task SpinAsync(int yields)
    {
        for (int i = 0; i < yields; i++)
        {
            await Task.Yield();
        }
    }
}
