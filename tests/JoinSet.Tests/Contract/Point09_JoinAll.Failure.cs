using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The first failure aborts the rest, and all of it is reaped before anybody hears of it.</summary>
public sealed partial class Point09_JoinAll
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinAll_OneFails_AbortsTheRestAndThrowsThatExceptionAfterTheyStopped(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var stubborn = new Stubborn();
        var obedient = new Obedient();
        var mishap = new MarkedException();
        set.Start(way, stubborn.Work);
        set.Start(way, obedient.Work);
        CancellationToken[] tokens = await Task.WhenAll(stubborn.Token, obedient.Token);

        Task all = set.JoinAllAsync();
        set.Start(way, _ => throw mishap);

        await Deadline.UntilAsync(() => tokens.All(token => token.IsCancellationRequested));
        Assert.False(all.IsCompleted);
        stubborn.Finish();
        Assert.Same(mishap, await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal((true, true), (all.IsFaulted, set.IsEmpty));
        Assert.Equal([mishap], all.Exception!.InnerExceptions);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_MoreFailWhileItReaps_TheTaskHoldsEachInTheOrderOfTheEnds(Face face)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [.. Enumerable.Range(0, 4).Select(i => new Stubborn { Failure = i == 2 ? null : new MarkedException($"{i}") })];
        AbortHandle[] handles = [.. works.Select(work => set.Spawn(work.Work))];
        set.Spawn(new Obedient().Work);
        CancellationToken token = await works[0].Token;
        await Task.WhenAll(works.Select(work => work.Token));
        Task all = set.JoinAllAsync();

        works[3].Finish();
        await Deadline.UntilAsync(() => token.IsCancellationRequested);
        foreach (int i in new[] { 1, 2, 0 })
        {
            works[i].Finish();
            await handles[i].Recorded();
        }

        Assert.Same(works[3].Failure, await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal([works[3].Failure!, works[1].Failure!, works[0].Failure!], all.Exception!.InnerExceptions);
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_FailureWithSeveralExceptions_CountsAsItsAggregate(Face face)
    {
        using AnySet set = AnySet.Create(face);
        Exception[] exceptions = [new MarkedException("a"), new MarkedException("b")];
        var several = new TaskCompletionSource<int>();
        several.SetException(exceptions);
        set.Add(several.Task);
        set.Add(Task.FromException<int>(new MarkedException("c")));

        Task all = set.JoinAllAsync();

        var thrown = Assert.IsType<AggregateException>(await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal(exceptions, thrown.InnerExceptions);
        Assert.Same(thrown, all.Exception!.InnerExceptions[0]);
        Assert.Equal(["c"], all.Exception.InnerExceptions.Skip(1).Select(inner => inner.Message));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_AForeignCancellation_IsAFailureLikeAnyOther(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var timeout = new TaskCanceledException("as HttpClient has it", new TimeoutException());
        set.Spawn(_ => throw timeout);
        set.Spawn(new Obedient().Work);

        Task all = set.JoinAllAsync();

        Assert.Same(timeout, await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal((true, false), (all.IsFaulted, all.IsCanceled));
        Assert.Equal([timeout], all.Exception!.InnerExceptions);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_OneFails_TheStackTraceStillNamesTheCulprit(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.Spawn(Culprit);

        var thrown = await Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync());

        Assert.Contains(nameof(Culprit), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_SomethingIsSpawnedWhileItReaps_StartsAbortedAndIsNoFailure(Face face)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [new(), new()];
        var mishap = new MarkedException();
        set.Spawn(works[0].Work);
        CancellationToken token = await works[0].Token;
        set.Add(Task.FromException<int>(mishap));
        Task all = set.JoinAllAsync();
        Assert.True(token.IsCancellationRequested);

        set.Spawn(works[1].Work);
        works[0].Finish();

        Assert.Same(mishap, await Record.ExceptionAsync(() => all.InTime()));
        Assert.Equal([mishap], all.Exception!.InnerExceptions);
        Assert.Equal((false, true), (works[1].HasRun, set.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_SeveralFailAndTheTaskIsAwaited_NothingIsLeftUnobserved(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var unobserved = new UnobservedExceptions();
        MarkedException[] mishaps = [new(), new()];

        await FailAll();

        await unobserved.AssertObservedAsync(mishaps);

        async Task FailAll()
        {
            Array.ForEach(mishaps, mishap => set.Spawn(_ => throw mishap));
            await Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync());
        }
    }

    private static async Task<int> Culprit(CancellationToken token)
    {
        await Task.Yield();
        throw new MarkedException();
    }
}
