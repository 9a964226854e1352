using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: a join that is waiting when the set is disposed completes with null.</summary>
public sealed class Point10_Drop_WaitingJoins
{
    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task JoinNextAsync_WaitingAtDispose_GivesNull(Face face, bool asynchronously)
    {
        AnySet set = AnySet.Create(face);
        using var cancellation = new CancellationTokenSource();
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        Task<AnyResult?>[] joins = [set.JoinNextAsync(), set.JoinNextAsync(cancellation.Token), set.JoinNextAsync()];
        Assert.All(joins, join => Assert.False(join.IsCompleted));

        Task disposing = DisposeAsync(set, asynchronously);

        Assert.All(await Task.WhenAll(joins).InTime(), Assert.Null);
        end.Raise();
        await disposing.InTime();
    }

    [Theory, BothFaces]
    public async Task AwaitForeach_WaitingAtDispose_Ends(Face face)
    {
        AnySet set = AnySet.Create(face);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        IAsyncEnumerator<AnyResult> results = set.Enumerate().GetAsyncEnumerator();
        Task<bool> moving = results.MoveNextAsync().AsTask();
        Assert.False(moving.IsCompleted);

        set.Dispose();

        Assert.False(await moving.InTime());
        end.Raise();
    }

    [Theory, BothFaces]
    public async Task ShutdownAsync_WaitingAtDispose_Ends(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        Task shutdown = set.ShutdownAsync();
        Assert.False(shutdown.IsCompleted);

        set.Dispose();

        await shutdown.InTime();
        end.Raise();
    }

    [Theory, BothFaces]
    public async Task JoinNextAsync_TokenCancelledAfterDispose_ChangesNothing(Face face)
    {
        AnySet set = AnySet.Create(face);
        using var cancellation = new CancellationTokenSource();
        set.Spawn(SampleWork.UntilAborted);
        Task<AnyResult?> join = set.JoinNextAsync(cancellation.Token);

        set.Dispose();
        await cancellation.CancelAsync().InTime();

        Assert.Null(await join.InTime());
    }

    // Which comes first is not decided; that each join ends, and with one of the two answers, is.
    [Theory, BothFaces]
    public async Task JoinNextAsync_RacingCompletionAndDispose_AlwaysEnds(Face face)
    {
        for (int i = 0; i < 300; i++)
        {
            AnySet set = AnySet.Create(face);
            var end = new Signal();
            set.Spawn(SampleWork.Until(end));
            Task<AnyResult?> join = set.JoinNextAsync();

            Task ending = Task.Run(end.Raise);
            set.Dispose();

            AnyResult? result = await join.InTime();
            Assert.True(result is null or { IsSuccess: true });
            await ending;
            await set.DisposeAsync().InTime();
        }
    }

    private static Task DisposeAsync(AnySet set, bool asynchronously)
    {
        if (asynchronously)
        {
            return set.DisposeAsync();
        }

        set.Dispose();
        return Task.CompletedTask;
    }
}
