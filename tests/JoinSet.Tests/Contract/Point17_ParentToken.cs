using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 17: when the parent token is cancelled, everything in the set is aborted, and so is whatever is spawned later.</summary>
public sealed class Point17_ParentToken : IDisposable
{
    private readonly CancellationTokenSource _parent = new();

    public void Dispose() => _parent.Dispose();

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task Parent_Cancelled_AbortsWhatIsInTheSet(Face face, bool byOptions)
    {
        AnySet set = byOptions
            ? AnySet.Create(face, new JoinSetOptions { CancellationToken = _parent.Token })
            : AnySet.Create(face, _parent.Token);
        var started = new Signal();
        set.Spawn(SampleWork.UntilAbortedAfter(started), "running");
        set.Add(new TaskCompletionSource<int>().Task, "added");
        set.Add(Task.FromResult(1), "finished");
        await started.Raised.InTime();

        await _parent.CancelAsync().InTime();

        Assert.Equal(3, set.Count);
        Dictionary<string, AnyResult> results = (await set.DrainAsync()).ToDictionary(result => result.Name!);
        Assert.True(results["running"].IsCanceled);
        Assert.True(results["added"].IsCanceled);
        Assert.True(results["finished"].IsSuccess);
    }

    [Theory, BothFaces]
    public async Task Parent_Cancelled_HasFlaggedTheTokensOnReturn(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);
        var seen = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new Signal();
        AbortHandle handle = set.Spawn(async token =>
        {
            seen.SetResult(token);
            await end.Raised;
            return 1;
        });
        CancellationToken given = await seen.Task.InTime();

        Cancel();

        Assert.True(given.IsCancellationRequested);
        Assert.False(handle.IsFinished);
        end.Raise();
        Assert.True((await set.JoinNextAsync().InTime())!.IsSuccess); // it did not heed its token, as in point 7
    }

    [Theory, BothFaces]
    public async Task Parent_Cancelled_CallbacksOfTheWorkRunOnAnotherStack(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);
        Signal registered = new(), calledBack = new();
        int canceller = 0;
        bool ranInside = false;
        set.Spawn(async token =>
        {
            token.Register(() =>
            {
                ranInside = Volatile.Read(ref canceller) == Environment.CurrentManagedThreadId;
                calledBack.Raise();
                throw new MarkedException("harms nobody");
            });
            registered.Raise();
            await calledBack.Raised;
            return 1;
        });
        await registered.Raised.InTime();

        Volatile.Write(ref canceller, Environment.CurrentManagedThreadId);
        Cancel();
        Volatile.Write(ref canceller, 0);

        await calledBack.Raised.InTime();
        Assert.False(ranInside);
    }

    [Theory, BothFaces]
    public async Task Parent_Cancelled_WorkWaitingForItsTurnNeverStarts(Face face)
    {
        AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1, CancellationToken = _parent.Token });
        Signal started = new(), ran = new();
        set.Spawn(SampleWork.UntilAbortedAfter(started));
        set.Spawn(SampleWork.Raises(ran));
        await started.Raised.InTime();

        await _parent.CancelAsync().InTime();

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsCanceled));
        Assert.False(ran.IsRaised);
    }

    // Also in the moment in which one comes to wait, and although the token is not the join's own.
    [Theory, BothFaces]
    public async Task WaitingJoin_ParentCancelled_GetsTheResult(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);
        AbortHandle handle = set.Spawn(SampleWork.UntilAborted);
        Task<AnyResult?> join = set.JoinNextAsync();

        await _parent.CancelAsync().InTime();

        AnyResult? result = await join.InTime();
        Assert.Equal(handle.Id, result!.Id);
        Assert.True(result.IsCanceled);
    }

    [Theory, BothFaces]
    public async Task JoinAllAsync_ParentCancelled_IsCanceled(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);
        set.Spawn(SampleWork.UntilAborted);
        Task joining = set.JoinAllAsync();

        await _parent.CancelAsync().InTime();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joining.InTime());
        Assert.True(joining.IsCanceled);
        Assert.Equal(0, set.Count);
    }

    [Theory, BothFaces]
    public async Task TwoSets_OneParent_AreBothAborted(Face face)
    {
        AnySet first = AnySet.Create(face, _parent.Token);
        AnySet second = AnySet.Create(face, _parent.Token);
        first.Spawn(SampleWork.UntilAborted);
        second.Spawn(SampleWork.UntilAborted);

        await _parent.CancelAsync().InTime();

        Assert.True(Assert.Single(await first.DrainAsync()).IsCanceled);
        Assert.True(Assert.Single(await second.DrainAsync()).IsCanceled);
    }

    [Theory, BothFaces]
    public async Task TokenThatNeverCancels_IsNoParent(Face face)
    {
        AnySet set = AnySet.Create(face, CancellationToken.None);
        set.Spawn(SampleWork.Returns(1));

        Assert.True((await set.JoinNextAsync().InTime())!.IsSuccess);
    }

    private void Cancel() => _parent.Cancel(); // on this thread, unlike CancelAsync: what runs inside it runs on our stack
}
