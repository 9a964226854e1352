using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 11: DetachAll empties the set; the tasks run on, and their handles still work.</summary>
public sealed class Point11_DetachAll
{
    [Theory, BothFaces]
    public async Task DetachAll_TasksInEveryState_EmptiesTheSet(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal started = new(), end = new();
        set.Add(Task.FromResult(1));
        set.Spawn(SampleWork.Until(end, started));
        set.Spawn(SampleWork.Returns(2));
        await started.Raised.InTime();

        set.DetachAll();

        Assert.Equal(0, set.Count);
        Assert.True(set.IsEmpty);
        Assert.Null(set.TryJoinNext());
        Assert.Null(await set.JoinNextAsync().InTime());
        end.Raise();
    }

    [Theory, BothFaces]
    public async Task DetachAll_RunningTask_RunsOnUnaborted(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        var stopped = new TaskCompletionSource<bool>();
        set.Spawn(async token =>
        {
            started.Raise();
            await end.Raised;
            stopped.SetResult(token.IsCancellationRequested);
            return 1;
        });
        await started.Raised.InTime();

        set.DetachAll();
        set.AbortAll();
        await set.DisposeAsync().InTime();

        end.Raise();
        Assert.False(await stopped.Task.InTime());
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_ADetachedTaskEndsMeanwhile_WaitsForItsOwnAllTheSame(Face face)
    {
        AnySet set = AnySet.Create(face);
        var detached = new TaskCompletionSource<int>();
        set.SpawnOn(new InlineScheduler(), _ => detached.Task); // runs, with the set's hook on it, when this returns
        set.DetachAll();
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();

        Task disposing = set.DisposeAsync();
        await Task.Run(() => detached.SetResult(1)).InTime();

        Assert.False(disposing.IsCompleted);
        end.Raise();
        await disposing.InTime();
    }

    [Theory, BothFaces]
    public async Task Handle_OfDetachedTask_StillAborts(Face face)
    {
        AnySet set = AnySet.Create(face);
        var started = new Signal();
        var stopped = new TaskCompletionSource<bool>();
        AbortHandle handle = set.Spawn(
            async token =>
            {
                token.Register(() => stopped.TrySetResult(token.IsCancellationRequested));
                started.Raise();
                await SampleWork.UntilAborted(token);
                return 1;
            },
            "detached");
        await started.Raised.InTime();
        set.DetachAll();
        Assert.False(handle.IsFinished);
        Assert.Equal("detached", handle.Name);

        handle.Abort();

        Assert.True(await stopped.Task.InTime());
    }

    [Theory, BothFaces]
    public async Task Handle_OfDetachedTask_TellsWhenItHasFinished(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        AbortHandle handle = set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        set.DetachAll();
        Assert.False(handle.IsFinished);

        end.Raise();

        await Deadline.UntilAsync(() => handle.IsFinished);
    }

    [Theory, BothFaces]
    public async Task Handle_OfDetachedResult_SaysFinished(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Add(Task.FromResult(1));

        set.DetachAll();
        handle.Abort();

        Assert.True(handle.IsFinished);
        Assert.Null(await set.JoinNextAsync().InTime());
    }

    [Theory, BothFaces]
    public async Task DetachAll_WaitingJoiners_AreReleasedWithNull(Face face)
    {
        AnySet set = AnySet.Create(face);
        using var cancellation = new CancellationTokenSource();
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        Task<AnyResult?>[] joins = [set.JoinNextAsync(), set.JoinNextAsync(cancellation.Token)];
        Task joiningAll = set.JoinAllAsync();
        Task shutdown = set.ShutdownAsync();

        set.DetachAll();

        Assert.All(await Task.WhenAll(joins).InTime(), Assert.Null);
        await joiningAll.InTime();
        await shutdown.InTime();
        end.Raise();
    }

    [Theory, BothFaces]
    public async Task Set_AfterDetachAll_IsAsGoodAsNew(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal end = new(), started = new();
        AbortHandle detached = set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        set.DetachAll();
        AbortHandle spawned = set.Spawn(SampleWork.Returns(2));
        end.Raise();
        await Deadline.UntilAsync(() => detached.IsFinished);

        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(spawned.Id, Assert.Single(results).Id);
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_AfterDetachAll_DoesNotWaitForTheDetached(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        AbortHandle handle = set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        set.DetachAll();

        await set.DisposeAsync().InTime();

        Assert.False(handle.IsFinished);
        end.Raise();
    }

    [Theory, BothFaces]
    public async Task ParentToken_CancelledAfterDetachAll_DoesNotTouchTheDetached(Face face)
    {
        using var parent = new CancellationTokenSource();
        AnySet set = AnySet.Create(face, parent.Token);
        Signal started = new(), end = new();
        var stopped = new TaskCompletionSource<bool>();
        set.Spawn(async token =>
        {
            started.Raise();
            await end.Raised;
            stopped.SetResult(token.IsCancellationRequested);
            return 1;
        });
        await started.Raised.InTime();
        set.DetachAll();

        await parent.CancelAsync().InTime();

        end.Raise();
        Assert.False(await stopped.Task.InTime());
    }
}
