using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: Dispose and DisposeAsync may be called twice, in either order, and DisposeAsync after Dispose still waits.</summary>
public sealed class Point10_Drop_Twice
{
    [Theory]
    [BothFaces(false, false)]
    [BothFaces(false, true)]
    [BothFaces(true, false)]
    [BothFaces(true, true)]
    public async Task EndedTwice_EitherOrder_IsAsOnce(Face face, bool firstAsync, bool secondAsync)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), stopping = new(), end = new();
        set.Spawn(async token =>
        {
            token.Register(stopping.Raise);
            started.Raise();
            await end.Raised;
            throw new MarkedException();
        });
        await started.Raised.InTime();

        Task first = EndAsync(set, firstAsync);
        Task second = EndAsync(set, secondAsync);

        await stopping.Raised.InTime();
        Assert.Equal(firstAsync, !first.IsCompleted);
        Assert.Equal(secondAsync, !second.IsCompleted);
        end.Raise();
        await Task.WhenAll(first, second).InTime();
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_AfterDispose_StillWaits(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        AbortHandle handle = set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        set.Dispose();

        Task disposing = set.DisposeAsync();

        Assert.False(disposing.IsCompleted);
        end.Raise();
        await disposing.InTime();
        Assert.True(handle.IsFinished);
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_AfterEverythingStopped_IsDoneAtOnce(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(SampleWork.UntilAborted);
        await set.DisposeAsync().InTime();

        Assert.True(set.DisposeAsync().IsCompletedSuccessfully);
        set.Dispose();
    }

    [Theory, BothFaces]
    public async Task Dispose_WhileDisposeAsyncWaits_DoesNotCutItShort(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        Task disposing = set.DisposeAsync();

        set.Dispose();

        Assert.False(disposing.IsCompleted);
        end.Raise();
        await disposing.InTime();
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_FromTwoThreads_BothWait(Face face)
    {
        for (int i = 0; i < 100; i++)
        {
            AnySet set = AnySet.Create(face);
            Signal started = new(), end = new();
            set.Spawn(SampleWork.Until(end, started));
            await started.Raised.InTime();
            var meet = new Barrier(2);
            Task<Task>[] calls = [CallAsync(), CallAsync()];
            Task[] disposals = await Task.WhenAll(calls).InTime();

            Assert.All(disposals, disposal => Assert.False(disposal.IsCompleted));
            end.Raise();
            await Task.WhenAll(disposals).InTime();

            Task<Task> CallAsync() => Task.Factory.StartNew(
                () =>
                {
                    meet.SignalAndWait(Deadline.Limit);
                    return set.DisposeAsync();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
    }

    private static Task EndAsync(AnySet set, bool waiting)
    {
        if (waiting)
        {
            return set.DisposeAsync();
        }

        set.Dispose();
        return Task.CompletedTask;
    }
}
