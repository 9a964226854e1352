using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>A set that became empty releases everybody who waits.</summary>
public sealed partial class Point04_Empty
{
    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task LastResult_GoesToOneJoiner_TheOthersGetNull(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        for (int round = 0; round < 200; round++)
        {
            var task = new TaskCompletionSource<int>();
            set.Add(task.Task);
            Task<AnyResult?>[] joins = [set.JoinNextAsync(), set.JoinNextAsync(source.Token), set.JoinNextAsync(), set.JoinNextAsync(source.Token)];
            Assert.All(joins, join => Assert.False(join.IsCompleted));

            task.SetResult(0);

            AnyResult?[] results = await Task.WhenAll(joins).InTime();
            Assert.Single(results, result => result is not null);
            Assert.True(set.IsEmpty);
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task LastResult_IsTakenByTryJoinNext_WaitingJoinersGetNullOrIt(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 500; round++)
        {
            var task = new TaskCompletionSource<int>();
            set.Add(task.Task);
            Task<AnyResult?>[] joins = [set.JoinNextAsync(), set.JoinNextAsync()];

            task.SetResult(0); // on record now, and the joiners are being woken
            int taken = set.TryJoinNext(out _) ? 1 : 0;

            AnyResult?[] results = await Task.WhenAll(joins).InTime();
            Assert.Equal(1, taken + results.Count(result => result is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task DetachAll_SeveralWait_AllAreReleasedAsByAnEmptySet(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        set.Spawn(_ => gate.Passed().ContinueWith(_ => 0, TaskScheduler.Default));
        Task<AnyResult?>[] joins = [set.JoinNextAsync(), set.JoinNextAsync(source.Token)];
        Task<List<AnyResult>>[] loops = [Collect(set.GetAsyncEnumerator()), Collect(set.JoinEachAsync(source.Token).GetAsyncEnumerator())];
        Task all = set.JoinAllAsync();
        Assert.All<Task>([.. joins, .. loops, all], wait => Assert.False(wait.IsCompleted));

        set.DetachAll();

        Assert.Equal(0, set.Count);
        Assert.All(await Task.WhenAll(joins).InTime(), Assert.Null);
        Assert.All(await Task.WhenAll(loops).InTime(), Assert.Empty);
        await all.InTime();
        gate.Open();
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task DetachAll_ShutdownWaits_ItEnds(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var started = new Gate();
        var gate = new Gate();
        set.Spawn(async _ =>
        {
            started.Open();
            await gate.Passed();
            return 0;
        });
        await started.Passed();
        Task shutdown = set.ShutdownAsync();
        Assert.False(shutdown.IsCompleted);

        set.DetachAll();

        await shutdown.InTime();
        gate.Open();
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task DetachAll_AResultWasReady_TheNextJoinDoesNotGetIt(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(0), "taken out of the stack");
        set.Add(Task.FromResult(0), "taken out of the stack");
        Assert.True(set.TryJoinNext(out _));
        set.Add(Task.FromResult(0), "still on the stack");

        set.DetachAll();
        set.Add(Task.FromResult(0), "new");

        Assert.Equal(["new"], (await set.DrainAsync()).Select(result => result.Name));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task DetachAll_RacesWithTheEndOfATask_TheNextJoinGetsTheNewTaskOnly(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 1_000; round++)
        {
            set.Spawn(round % 2 == 0 ? _ => Task.FromResult(0) : YieldOnce, "old");
            Task<AnyResult?>? before = round % 3 == 0 ? set.JoinNextAsync() : null;

            set.DetachAll();
            set.Spawn(YieldOnce, "new");

            Assert.Equal("new", (await set.JoinOne()).Name);
            Assert.Null(await set.JoinNextAsync().InTime());
            Assert.NotEqual("new", before is null ? null : (await before.InTime())?.Name);
        }
    }
}
