using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Work that has not started never starts, and is reaped as canceled.</summary>
public sealed partial class Point07_AbortIsARequest
{
    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_TheWorkWaitsForItsTurn_NeverRunsAndIsReapedAtOnce(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        Stubborn[] works = [new(), new(), new()];
        AbortHandle[] handles = [.. works.Select(work => set.Start(way, work.Work))];
        await works[0].Token;

        handles[1].Abort();

        Assert.True(handles[1].IsFinished);
        Assert.Equal(3, set.Count);
        Assert.True(set.TryJoinNext(out AnyResult result));
        AssertNeverStarted(result, handles[1]);
        Array.ForEach(works, work => work.Finish());
        Assert.All(await set.DrainAsync(), other => Assert.True(other.IsSuccess));
        Assert.Equal([true, false, true], works.Select(work => work.HasRun));
    }

    [Theory]
    [MemberData(nameof(EveryAborting))]
    public async Task Abort_TheSchedulerHoldsTheWork_NeverRunsWhenTheSchedulerComesToIt(Face face, Aborting aborting)
    {
        using AnySet set = AnySet.Create(face);
        var scheduler = new RecordingScheduler();
        var work = new Stubborn();
        AbortHandle handle = set.SpawnOn(scheduler, work.Work);

        Task aborted = Abort(set, handle, aborting);

        Assert.True(handle.IsFinished);
        scheduler.RunQueued();
        Assert.False(work.HasRun);
        await Record.ExceptionAsync(() => aborted.InTime());
        Assert.Equal(aborting is Aborting.Handle or Aborting.All ? 1 : 0, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Abort_TheContextIsBusy_NeverRunsWhenTheContextComesToIt(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var work = new Stubborn();

        await context.Run(() => set.SpawnLocal(work.Work).Abort());

        AssertNeverStarted(await set.JoinOne());
        await context.Run(() => { }); // behind the post
        Assert.False(work.HasRun);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Abort_TheContextLostTheWork_IsReaped(Face face)
    {
        using AnySet set = AnySet.Create(face);
        AbortHandle handle = new OddContext(_ => { }).Around(() => set.SpawnLocal(_ => Task.FromResult(0)));
        Assert.False(handle.IsFinished);

        handle.Abort();

        AssertNeverStarted(await set.JoinOne(), handle);
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_RacesWithTheStart_EitherItRanAndCountsOrItNeverDid(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 500; round++)
        {
            bool hasRun = false;
            AbortHandle handle = set.Start(way, _ =>
            {
                hasRun = true;
                return Task.FromResult(0);
            });
            if (round % 2 == 0)
            {
                await Task.Yield(); // or else the abort nearly always comes first
            }

            handle.Abort();
            AnyResult result = await set.JoinOne();

            Assert.Equal(handle.Id, result.Id);
            Assert.Equal((hasRun, !hasRun), (result.IsSuccess, result.IsCanceled));
            Assert.True(set.IsEmpty);
        }
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_RacesWithTheEnd_TheResultIsDeliveredOnceAndWhole(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 300; round++)
        {
            var started = new Gate();
            AbortHandle handle = set.Start(way, async token =>
            {
                started.Open();
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                return 0;
            });
            await started.Passed();

            handle.Abort();
            AnyResult result = await set.JoinOne();

            Assert.True(result.IsSuccess || result.IsCanceled);
            Assert.Null(await set.JoinNextAsync());
        }
    }

    private static void AssertNeverStarted(AnyResult result, AbortHandle handle = default)
    {
        Assert.Equal((false, true, false), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.IsAssignableFrom<OperationCanceledException>(result.Error!.Exception);
        Assert.ThrowsAny<OperationCanceledException>(result.ThrowIfFailed);
        if (handle != default)
        {
            Assert.Equal(handle.Id, result.Id);
        }
    }

    private static Task Abort(AnySet set, AbortHandle handle, Aborting aborting)
    {
        switch (aborting)
        {
            case Aborting.Handle:
                handle.Abort();
                return Task.CompletedTask;
            case Aborting.All:
                set.AbortAll();
                return Task.CompletedTask;
            case Aborting.Shutdown:
                return set.ShutdownAsync();
            default:
                return set.JoinAllAsync(new CancellationToken(canceled: true));
        }
    }
}
