using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: Dispose aborts what is left and waits for nothing; DisposeAsync waits for every task of the set's own.</summary>
public sealed class Point10_Drop
{
    [Theory, BothFaces]
    public async Task Dispose_RunningTask_AbortsItAndWaitsForNothing(Face face)
    {
        AnySet set = AnySet.Create(face);
        var seen = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new Signal();
        AbortHandle handle = set.Spawn(async token =>
        {
            seen.SetResult(token);
            await end.Raised;
            return 1;
        });
        CancellationToken given = await seen.Task.InTime();

        set.Dispose();

        Assert.True(given.IsCancellationRequested);
        Assert.False(handle.IsFinished);
        end.Raise();
        await set.DisposeAsync().InTime();
    }

    [Theory, BothFaces]
    public async Task Dispose_WorkThatHasNotStarted_NeverStarts(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        Signal end = new(), ran = new();
        set.Spawn(SampleWork.Until(end));
        AbortHandle waiting = set.Spawn(SampleWork.Raises(ran));

        set.Dispose();

        Assert.True(waiting.IsFinished);
        end.Raise();
        await set.DisposeAsync().InTime();
        Assert.False(ran.IsRaised);
    }

    [Theory, BothFaces]
    public async Task Dispose_ResultsNotYetJoined_AreGone(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(1));
        set.Add(Task.FromResult(2));
        Assert.NotNull(await set.JoinNextAsync().InTime());

        set.Dispose();

        Assert.Equal(0, set.Count);
        Assert.True(set.IsEmpty);
        Assert.Throws<ObjectDisposedException>(() => set.TryJoinNext());
    }

    [Theory, BothFaces]
    public async Task Dispose_CallbackOnTheToken_RunsOnAnotherStack(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal registered = new(), calledBack = new();
        int disposer = 0;
        bool ranInside = false;
        set.Spawn(async token =>
        {
            token.Register(() =>
            {
                ranInside = Volatile.Read(ref disposer) == Environment.CurrentManagedThreadId;
                calledBack.Raise();
            });
            registered.Raise();
            await calledBack.Raised;
            return 1;
        });
        await registered.Raised.InTime();

        Volatile.Write(ref disposer, Environment.CurrentManagedThreadId);
        set.Dispose();
        Volatile.Write(ref disposer, 0);

        await calledBack.Raised.InTime();
        Assert.False(ranInside);
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_TaskThatTakesItsTimeToStop_IsWaitedFor(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), aborted = new(), end = new();
        AbortHandle handle = set.Spawn(async token =>
        {
            token.Register(aborted.Raise);
            started.Raise();
            await end.Raised;
            return 1;
        });
        await started.Raised.InTime();

        Task disposing = set.DisposeAsync();

        await aborted.Raised.InTime();
        Assert.False(disposing.IsCompleted);
        end.Raise();
        await disposing.InTime();
        Assert.True(handle.IsFinished);
        Assert.Equal(0, set.Count);
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_TasksThatFail_DoesNotThrow(Face face)
    {
        AnySet set = AnySet.Create(face);
        var started = new Signal();
        set.Add(Task.FromException<int>(new MarkedException()));
        set.Spawn(SampleWork.Fails());
        set.Spawn(_ => throw new MarkedException());
        set.Spawn(_ => null!);
        set.Spawn(async token =>
        {
            using CancellationTokenRegistration registration = token.Register(() => throw new MarkedException());
            started.Raise();
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new MarkedException();
        });
        await started.Raised.InTime();

        await set.DisposeAsync().InTime();
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_WorkWaitingForItsTurn_IsNotWaitedFor(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var ran = new Signal();
        set.Spawn(SampleWork.UntilAborted);
        set.Spawn(SampleWork.Raises(ran));
        set.SpawnBlocking(_ => 1);

        await set.DisposeAsync().InTime();

        Assert.False(ran.IsRaised);
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_TaskJoinedByAdd_IsNotWaitedFor(Face face)
    {
        AnySet set = AnySet.Create(face);
        var foreign = new TaskCompletionSource<int>();
        AbortHandle handle = set.Add(foreign.Task);

        await set.DisposeAsync().InTime();

        Assert.True(handle.IsFinished);
        Assert.False(foreign.Task.IsCompleted);
    }

    [Theory, BothFaces]
    public void DisposeAsync_EmptySet_IsDoneAtOnce(Face face)
        => Assert.True(AnySet.Create(face).DisposeAsync().IsCompletedSuccessfully);
}
