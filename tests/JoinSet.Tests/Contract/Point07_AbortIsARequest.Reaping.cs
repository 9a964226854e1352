using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>What is spawned while ShutdownAsync, or JoinAllAsync after a failure, is reaping starts aborted.</summary>
public sealed partial class Point07_AbortIsARequest
{
    public enum Reaping
    {
        Shutdown,
        FailedJoinAll,
        CanceledJoinAll,
    }

    public static TheoryData<Face, Reaping> EveryReaping => Ways.WithEachKind(Enum.GetValues<Reaping>());

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task Reap_ShutdownSeesASpawn_ItStartsAborted(Face face, Way way) => SpawnWhileReaping(face, way, Reaping.Shutdown);

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task Reap_FailedJoinAllSeesASpawn_ItStartsAborted(Face face, Way way) => SpawnWhileReaping(face, way, Reaping.FailedJoinAll);

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task Reap_CanceledJoinAllSeesASpawn_ItStartsAborted(Face face, Way way) => SpawnWhileReaping(face, way, Reaping.CanceledJoinAll);

    [Theory]
    [MemberData(nameof(EveryReaping))]
    public async Task Reap_SeesAnAdd_TheWaitForItIsAbandoned(Face face, Reaping reaping)
    {
        using AnySet set = AnySet.Create(face);
        (Task reap, Stubborn work) = await BeginReaping(set, reaping);

        AbortHandle handle = set.Add(new TaskCompletionSource<int>().Task);

        Assert.True(handle.IsFinished);
        work.Finish();
        await Record.ExceptionAsync(() => reap.InTime());
        Assert.True(reap.IsCompleted && set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(EveryReaping))]
    public async Task Reap_TasksSpawnTheirSuccessors_EndsAllTheSame(Face face, Reaping reaping)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Obedient();
        set.Spawn(SpawnSuccessorWhenAborted);
        await work.Token;

        (Task reap, Stubborn stubborn) = await BeginReaping(set, reaping);
        stubborn.Finish();

        await Record.ExceptionAsync(() => reap.InTime());
        Assert.True(reap.IsCompleted && set.IsEmpty);

        async Task<int> SpawnSuccessorWhenAborted(CancellationToken token)
        {
            await Record.ExceptionAsync(() => work.Work(token));
            set.Spawn(SpawnSuccessorWhenAborted);
            return 0;
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Shutdown_IsCanceledWhileItWaits_TheTasksAreAbortedAndStay(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var work = new Stubborn();
        set.Spawn(work.Work);
        CancellationToken token = await work.Token;
        Task shutdown = set.ShutdownAsync(source.Token);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => shutdown.InTime());
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(token.IsCancellationRequested);
        Assert.Equal(1, set.Count);
        await AssertSpawnsUnaborted(set);
        work.Finish();
        Assert.True((await set.JoinOne()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Shutdown_IsCanceledFromTheStart_LeavesWhatHasFinishedToo(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(1));
        var canceled = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => set.ShutdownAsync(canceled).InTime());

        Assert.Equal(canceled, exception.CancellationToken);
        Assert.Equal(1, set.Count);
        Assert.True((await set.JoinOne()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Shutdown_TwoAtOnce_BothEndAndTheSetCanBeUsedAgain(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn();
        set.Spawn(work.Work);
        await work.Token;

        Task both = Task.WhenAll(set.ShutdownAsync(), set.ShutdownAsync());
        Assert.False(both.IsCompleted);
        work.Finish();

        await both.InTime();
        await AssertSpawnsUnaborted(set);
        Assert.True(set.IsEmpty);
    }

    private static async Task SpawnWhileReaping(Face face, Way way, Reaping reaping)
    {
        using AnySet set = AnySet.Create(face);
        (Task reap, Stubborn work) = await BeginReaping(set, reaping);
        var late = new Stubborn();

        AbortHandle handle = set.Start(way, late.Work);

        Assert.True(handle == default || handle.IsFinished);
        Assert.False(reap.IsCompleted);
        work.Finish();
        await Record.ExceptionAsync(() => reap.InTime());
        Assert.Equal((true, true), (reap.IsCompleted, set.IsEmpty));
        Assert.False(late.HasRun);
        await AssertSpawnsUnaborted(set);
    }

    // Reaping, it waits for one task that takes its time.
    private static async Task<(Task Reap, Stubborn Work)> BeginReaping(AnySet set, Reaping reaping)
    {
        var work = new Stubborn();
        set.Spawn(work.Work);
        CancellationToken token = await work.Token;
        if (reaping is Reaping.FailedJoinAll)
        {
            set.Add(Task.FromException<int>(new MarkedException()));
        }

        Task reap = reaping switch
        {
            Reaping.Shutdown => set.ShutdownAsync(),
            Reaping.FailedJoinAll => set.JoinAllAsync(),
            _ => set.JoinAllAsync(new CancellationToken(canceled: true)),
        };
        await Deadline.UntilAsync(() => token.IsCancellationRequested);
        return (reap, work);
    }

    private static async Task AssertSpawnsUnaborted(AnySet set)
    {
        var work = new Stubborn();
        AbortHandle handle = set.Spawn(work.Work);
        Assert.False((await work.Token).IsCancellationRequested);
        work.Finish();
        await handle.Recorded();
        Assert.True(set.TryJoinNext(out AnyResult result) && result.IsSuccess);
    }
}
