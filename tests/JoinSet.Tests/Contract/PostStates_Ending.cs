using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The rows of the table that say what has become of the tasks: aborted, still stopping, stopped, running on.</summary>
public sealed class PostStates_Ending
{
    private readonly Signal _started = new();
    private readonly Signal _end = new();

    [Theory, BothFaces]
    public async Task ShutdownAsync_TokenCancelledBefore_LeavesTheAbortedRestInTheSet(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => set.ShutdownAsync(new CancellationToken(canceled: true)).InTime());

        await AssertAbortedRestAsync(set);
    }

    [Theory, BothFaces]
    public async Task ShutdownAsync_TokenCancelledWhileItWaits_LeavesTheAbortedRestInTheSet(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);
        using var cancellation = new CancellationTokenSource();
        Task shutdown = set.ShutdownAsync(cancellation.Token);
        Assert.False(shutdown.IsCompleted);

        await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shutdown.InTime());
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        await AssertAbortedRestAsync(set);
    }

    // Its "starts aborted" for what is spawned meanwhile ends with it, also when it ends by an exception.
    [Theory, BothFaces]
    public async Task ShutdownAsync_Cancelled_NoLongerAbortsWhatIsSpawned(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);
        using var cancellation = new CancellationTokenSource();
        Task shutdown = set.ShutdownAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shutdown.InTime());

        AbortHandle spawned = set.Spawn(SampleWork.Returns(1));
        _end.Raise();

        Assert.True((await set.DrainAsync()).Single(result => result.Id == spawned.Id).IsSuccess);
    }

    [Theory, BothFaces]
    public async Task ShutdownAsync_Done_EveryTaskHasStopped(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);
        Task shutdown = set.ShutdownAsync();
        Assert.False(shutdown.IsCompleted);

        _end.Raise();
        await shutdown.InTime();

        Assert.Equal(0, set.Count);
        AbortHandle again = set.Spawn(SampleWork.Returns(1));
        Assert.Equal(again.Id, (await set.JoinNextAsync().InTime())!.Id);
    }

    [Theory, BothFaces]
    public async Task AbortAll_Done_EveryTokenIsCancelledAndNobodyHasLeft(Face face)
    {
        AnySet set = AnySet.Create(face);
        var tokens = new List<CancellationToken>();
        using var all = new CountdownEvent(5);
        var allStarted = new Signal();
        for (int i = 0; i < 5; i++)
        {
            set.Spawn(async token =>
            {
                lock (tokens)
                {
                    tokens.Add(token);
                }

                if (all.Signal())
                {
                    allStarted.Raise();
                }

                await _end.Raised;
                return 1;
            });
        }

        await allStarted.Raised.InTime();

        set.AbortAll();

        Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
        Assert.Equal(5, set.Count);
        _end.Raise();
        Assert.Equal(5, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task Dispose_Done_TasksMayStillBeStopping(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);

        set.Dispose();

        Assert.Equal(0, set.Count);
        Task stopped = set.DisposeAsync();
        Assert.False(stopped.IsCompleted);
        _end.Raise();
        await stopped.InTime();
    }

    // A failed call leaves everything else as it was, too: who waits goes on waiting, what is ready stays ready.
    [Theory, BothFaces]
    public async Task SpawnThatThrew_JoinWaiting_GoesOnWaiting(Face face)
    {
        AnySet set = await WithTaskThatStopsLateAsync(face);
        Task<AnyResult?> join = set.JoinNextAsync();

        Assert.Throws<ArgumentNullException>(() => set.Spawn(null!));
        Assert.Throws<ArgumentNullException>(() => set.Add(null!));

        Assert.False(join.IsCompleted);
        _end.Raise();
        Assert.True((await join.InTime())!.IsSuccess);
    }

    private async Task<AnySet> WithTaskThatStopsLateAsync(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(SampleWork.Until(_end, _started));
        await _started.Raised.InTime();
        set.Spawn(SampleWork.UntilAborted);
        return set;
    }

    private async Task AssertAbortedRestAsync(AnySet set)
    {
        Assert.InRange(set.Count, 1, 2); // the one that stops late is there, the other may have been reaped
        _end.Raise();
        List<AnyResult> rest = await set.DrainAsync();
        Assert.Single(rest, result => result.IsSuccess);
        Assert.All(rest.Where(result => !result.IsSuccess), result => Assert.True(result.IsCanceled));
    }
}
