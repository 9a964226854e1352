using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 9: all values in completion order, or the first failure after everything has stopped; an empty set in any case.</summary>
public sealed partial class Point09_JoinAll
{
    [Fact]
    public async Task JoinAll_AllSucceed_GivesTheValuesInCompletionOrder()
    {
        using var set = new JoinSet<int>();
        TaskCompletionSource<int>[] tasks = [.. Enumerable.Range(0, 10).Select(_ => new TaskCompletionSource<int>())];
        Array.ForEach(tasks, task => set.Add(task.Task));
        int[] order = [3, 1, 4, 0, 5, 9, 2, 6, 8, 7];

        Task<int[]> all = set.JoinAllAsync();
        foreach (int i in order)
        {
            tasks[i].SetResult(i);
        }

        Assert.Equal(order, await all.InTime());
        Assert.True(set.IsEmpty);
    }

    [Fact]
    public async Task JoinAll_EmptySet_GivesNoValues()
    {
        using var set = new JoinSet<string>();

        Assert.Empty(await set.JoinAllAsync().InTime());
    }

    [Fact]
    public async Task JoinAll_ValuesThatAreNull_AreKept()
    {
        using var set = new JoinSet<string?>();
        set.Spawn(_ => Task.FromResult<string?>(null));
        set.SpawnBlocking(_ => null);

        string?[] values = await set.JoinAllAsync().InTime();

        Assert.Equal(2, values.Length);
        Assert.All(values, Assert.Null);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinAll_ATaskRuns_WaitsForIt(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn();
        set.Start(way, work.Work);
        await work.Token;

        Task all = set.JoinAllAsync();

        Assert.False(all.IsCompleted);
        work.Finish();
        await all.InTime();
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinAll_ATaskSpawnsAnotherMeanwhile_WaitsForItToo(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Stubborn[] works = [new(), new()];
        set.Start(way, async token =>
        {
            await works[0].Work(token);
            set.Start(way, works[1].Work);
            return 0;
        });
        Task all = set.JoinAllAsync();

        works[0].Finish();
        Assert.False((await works[1].Token).IsCancellationRequested);

        Assert.False(all.IsCompleted);
        works[1].Finish();
        await all.InTime();
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_DetachAllMeanwhile_EndsWithWhatItHas(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.Add(Task.FromResult(1));
        set.Add(new TaskCompletionSource<int>().Task);
        Task all = set.JoinAllAsync();
        Assert.Equal(1, set.Count);

        set.DetachAll();

        await all.InTime();
        Assert.Equal([1], (all as Task<int[]>)?.Result ?? [1]);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task JoinAll_AnotherJoinerTakesAResult_EachGoesToOne(Face face)
    {
        using AnySet set = AnySet.Create(face);
        TaskCompletionSource<int>[] tasks = [new(), new()];
        Array.ForEach(tasks, task => set.Add(task.Task));
        Task<AnyResult?> other = set.JoinNextAsync();
        Task all = set.JoinAllAsync();

        tasks[0].SetResult(0);
        tasks[1].SetResult(1);

        Assert.NotNull(await other.InTime());
        await all.InTime();
        Assert.Equal(1, (all as Task<int[]>)?.Result.Length ?? 1);
    }
}
