using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>JoinAllAsync cancelled by its token, by aborts of others, and by Dispose.</summary>
public sealed partial class Point09_JoinAll
{
    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public async Task JoinAll_ItsTokenIsCanceled_AbortsAndReapsAllAndThrowsWithThatToken(Face face, bool isCanceledBefore)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        Stubborn[] works = [new(), new() { Failure = new MarkedException("not what is thrown") }];
        Array.ForEach(works, work => set.Spawn(work.Work));
        set.Spawn(new Obedient().Work);
        CancellationToken[] tokens = await Task.WhenAll(works.Select(work => work.Token));
        set.Add(Task.FromResult(0));

        await (isCanceledBefore ? source.CancelAsync() : Task.CompletedTask);
        Task all = set.JoinAllAsync(source.Token);
        await source.CancelAsync();

        await Deadline.UntilAsync(() => tokens.All(token => token.IsCancellationRequested));
        Assert.False(all.IsCompleted);
        Array.ForEach(works, work => work.Finish());
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => all.InTime());
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal((true, true), (all.IsCanceled, set.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_ItsTokenIsCanceledAlready_ThrowsThoughTheSetIsEmpty(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var canceled = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => set.JoinAllAsync(canceled).InTime());

        Assert.Equal(canceled, exception.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_ItsTokenIsCanceledWhileItReapsAFailure_TheFailureStands(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var work = new Stubborn();
        var mishap = new MarkedException();
        set.Spawn(work.Work);
        await work.Token;
        set.Add(Task.FromException<int>(mishap));
        Task all = set.JoinAllAsync(source.Token);

        await source.CancelAsync();

        Assert.False(all.IsCompleted);
        work.Finish();
        Assert.Same(mishap, await Record.ExceptionAsync(() => all.InTime()));
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinAll_SomebodyElseAbortsAll_IsCanceled(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Obedient[] works = [new(), new()];
        Array.ForEach(works, work => set.Start(way, work.Work));
        await Task.WhenAll(works.Select(work => work.Token));
        set.Add(Task.FromResult(0));
        Task all = set.JoinAllAsync();

        set.AbortAll();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all.InTime());
        Assert.Equal((true, false, true), (all.IsCanceled, all.IsFaulted, set.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_SomebodyElseAbortedWhatHadNotStarted_IsCanceled(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.SpawnOn(new RecordingScheduler(), _ => Task.FromResult(0)).Abort();

        Task all = set.JoinAllAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all.InTime());
        Assert.Equal((true, true), (all.IsCanceled, set.IsEmpty));
    }

    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public async Task JoinAll_OneIsAbortedAndOneFails_OnlyTheFailureCounts(Face face, bool failsFirst)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();
        Action[] steps = [() => set.Add(Task.FromException<int>(mishap)), set.Add(new TaskCompletionSource<int>().Task).Abort];
        Array.ForEach(failsFirst ? steps : [.. Enumerable.Reverse(steps)], step => step());

        Task all = set.JoinAllAsync();

        Assert.Same(mishap, await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal([mishap], all.Exception!.InnerExceptions);
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public async Task JoinAll_TheSetIsDisposedWhileItWaits_ThrowsDisposedAndGivesNoPartialValues(Face face, bool isAsync)
    {
        AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(1));
        set.Spawn(new Obedient().Work);
        Task all = set.JoinAllAsync();
        Assert.False(all.IsCompleted);

        await (isAsync ? set.DisposeAsync() : Task.Run(set.Dispose)).InTime();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => all.InTime());
        Assert.Equal((true, true), (all.IsFaulted, set.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_RacesWithDispose_GivesEveryValueOrThrowsDisposed(Face face)
    {
        for (int round = 0; round < 500; round++)
        {
            AnySet set = AnySet.Create(face);
            for (int i = 0; i < 3; i++)
            {
                set.Spawn(_ => Task.FromResult(0));
            }

            Task all = set.JoinAllAsync();
            Task dispose = Task.Run(set.Dispose);
            Exception? thrown = await Record.ExceptionAsync(() => all.InTime());

            Assert.True(thrown is null or ObjectDisposedException, thrown?.ToString());
            Assert.True(thrown is not null || (all as Task<int[]>)?.Result.Length is null or 3);
            await dispose;
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_DisposedSetAndCanceledToken_SaysDisposed(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => set.JoinAllAsync(new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => set.JoinAllAsync());
    }
}
