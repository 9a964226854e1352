using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 7: abort cancels the tokens, returns at once, and leaves the rest to the work.</summary>
public sealed partial class Point07_AbortIsARequest
{
    public enum Aborting
    {
        Handle,
        All,
        Shutdown,
        CanceledJoinAll,
    }

    public static TheoryData<Face, Aborting> EveryAborting => Ways.WithEachKind(Enum.GetValues<Aborting>());

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_TheWorkRuns_ItsTokenIsCanceledOnReturnAndTheTaskStays(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn();
        AbortHandle handle = set.Start(way, work.Work);
        CancellationToken token = await work.Token;
        Assert.True(token.CanBeCanceled);
        Assert.False(token.IsCancellationRequested);

        handle.Abort();

        Assert.True(token.IsCancellationRequested);
        Assert.False(handle.IsFinished);
        Assert.Equal(1, set.Count);
        Assert.False(set.TryJoinNext(out _));
        work.Finish();
        Assert.Equal(handle.Id, (await set.JoinOne()).Id);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task AbortAll_TheWorkRuns_EveryTokenIsCanceledOnReturnAndTheTasksStay(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [new(), new(), new()];
        Array.ForEach(works, work => set.Start(way, work.Work));
        CancellationToken[] tokens = await Task.WhenAll(works.Select(work => work.Token));
        Assert.Equal(3, tokens.Distinct().Count());

        set.AbortAll();

        Assert.All(tokens, token => Assert.True(token.IsCancellationRequested));
        Assert.Equal(3, set.Count);
        Assert.False(set.TryJoinNext(out _));
        Array.ForEach(works, work => work.Finish());
        Assert.Equal(3, (await set.DrainAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_OneOfTwo_TheOtherIsNotTouched(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [new(), new()];
        AbortHandle[] handles = [.. works.Select(work => set.Start(way, work.Work))];
        CancellationToken[] tokens = await Task.WhenAll(works.Select(work => work.Token));

        handles[0].Abort();

        Assert.Equal([true, false], tokens.Select(token => token.IsCancellationRequested));
        Array.ForEach(works, work => work.Finish());
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Abort_TwoAtOnce_EachSeesTheTokenCanceledOnReturn(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 500; round++)
        {
            var work = new Stubborn();
            AbortHandle handle = set.Spawn(work.Work);
            CancellationToken token = await work.Token;
            using var start = new Barrier(2);

            bool[] seen = await Task.WhenAll(
                Task.Run(() => AbortAndLook(handle.Abort)), Task.Run(() => AbortAndLook(set.AbortAll))).InTime();

            Assert.Equal([true, true], seen);
            work.Finish();
            await set.JoinOne();

            bool AbortAndLook(Action abort)
            {
                start.SignalAndWait(Deadline.Limit);
                abort();
                return token.IsCancellationRequested;
            }
        }
    }
}
