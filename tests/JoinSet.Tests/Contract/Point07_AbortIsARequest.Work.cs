using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>What the work makes of the request, and whom it does not reach.</summary>
public sealed partial class Point07_AbortIsARequest
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task AbortAll_TheWorkIgnoresIt_ItsValueIsDelivered(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn();
        set.Start(way, work.Work);
        await work.Token;

        set.AbortAll();
        work.Finish();

        AnyResult result = await set.JoinOne();
        Assert.Equal((true, false, false), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.Null(result.Error);
        result.ThrowIfFailed();
    }

    [Fact]
    public async Task AbortAll_TheWorkIgnoresIt_TheValueIsTheOneItGave()
    {
        using var set = new JoinSet<int>();
        var work = new Stubborn();
        set.Spawn(work.Work);
        await work.Token;

        set.AbortAll();
        work.Finish();

        Assert.Equal(7, (await set.JoinNextAsync().InTime())?.Value);
    }

    [Theory]
    [InlineData(Face.Values, Way.SpawnBlocking)]
    [InlineData(Face.Values, Way.SpawnBlockingWithState)]
    [InlineData(Face.NoValues, Way.SpawnBlocking)]
    [InlineData(Face.NoValues, Way.SpawnBlockingWithState)]
    public async Task Abort_BlockingWorkWaitsOnTheHandleOfItsToken_IsReleased(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var started = new Gate();
        AbortHandle handle = set.Start(way, token =>
        {
            started.Open();
            Assert.True(token.WaitHandle.WaitOne(Deadline.Limit));
            throw new OperationCanceledException(token);
        });
        await started.Passed();

        handle.Abort();

        Assert.True((await set.JoinOne()).IsCanceled);
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Abort_AfterCompletion_ChangesNothing(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        CancellationToken token = default;
        AbortHandle handle = set.Start(way, given =>
        {
            token = given;
            return Task.FromResult(0);
        });
        await handle.Recorded();

        handle.Abort();
        set.AbortAll();
        AnyResult result = await set.JoinOne();
        handle.Abort();

        Assert.True(result.IsSuccess);
        Assert.False(token.IsCancellationRequested);
        Assert.True(handle.IsFinished);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task AbortAll_ThenSpawn_TheNewTaskIsNotTouched(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [new(), new()];
        set.Start(way, works[0].Work);
        await works[0].Token;

        set.AbortAll();
        set.Start(way, works[1].Work);

        Assert.False((await works[1].Token).IsCancellationRequested);
        Array.ForEach(works, work => work.Finish());
        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
    }
}
