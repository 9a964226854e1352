using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 3: results come out in the order in which the set recorded the ends of the tasks.</summary>
public sealed partial class Point03_CompletionOrder
{
    private const int TaskCount = 20;

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Tasks_EndInAnotherOrderThanTheyWereSpawned_AreJoinedInTheOrderOfTheirEnds(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Gate[] gates = [.. Enumerable.Range(0, TaskCount).Select(_ => new Gate())];
        AbortHandle[] handles = [.. gates.Select(gate => set.Start(way, async _ =>
        {
            await gate.Passed();
            return 0;
        }))];
        int[] order = Shuffled(TaskCount);

        foreach (int i in order)
        {
            gates[i].Open();
            await handles[i].Recorded();
        }

        Assert.Equal(order.Select(i => handles[i].Id), (await set.DrainAsync()).Select(result => result.Id));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Tasks_OfEveryKindAndEnding_ShareOneOrder(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var ends = new List<TaskId>();
        var idle = new RecordingScheduler();
        AbortHandle unstarted = set.SpawnOn(idle, _ => Task.FromResult(0));
        AbortHandle[] handles =
        [
            set.Spawn(_ => throw new MarkedException()),
            set.SpawnBlocking(_ => 0),
            set.Add(Task.FromCanceled<int>(new CancellationToken(canceled: true))),
            set.SpawnOn(TaskScheduler.Default, async _ => await Task.FromResult(0)),
        ];

        foreach (AbortHandle handle in handles)
        {
            await handle.Recorded();
        }

        unstarted.Abort();
        set.Add(Task.FromResult(0), "last");

        List<AnyResult> results = await set.DrainAsync();
        Assert.Equal("last", results[^1].Name);
        Assert.Equal(unstarted.Id, results[^2].Id);
        Assert.Equal(6, results.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Joins_OfEveryKindTakeTurns_TheOrderStays(Face face)
    {
        using AnySet set = AnySet.Create(face);
        AddCompleted(set, 0, 8);
        var names = new List<string?> { (await set.JoinOne()).Name };
        AddCompleted(set, 8, 12); // younger than what the first join has taken out of the stack

        Assert.True(set.TryJoinNext(out AnyResult result));
        names.Add(result.Name);
        await using (IAsyncEnumerator<AnyResult> results = set.GetAsyncEnumerator())
        {
            Assert.True(await results.MoveNextAsync());
            names.Add(results.Current.Name);
        }

        await foreach (AnyResult next in set.JoinEachAsync())
        {
            names.Add(next.Name);
        }

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}"), names);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Joins_WaitForEachTask_GetThemInOrder(Face face)
    {
        using AnySet set = AnySet.Create(face);
        TaskCompletionSource<int>[] sources = [.. Enumerable.Range(0, TaskCount).Select(_ => new TaskCompletionSource<int>())];
        AbortHandle[] handles = [.. sources.Select(source => set.Add(source.Task))];

        foreach (int i in Shuffled(TaskCount))
        {
            Task<AnyResult?> join = set.JoinNextAsync();
            Assert.False(join.IsCompleted);
            sources[i].SetResult(0);
            Assert.Equal(handles[i].Id, (await join.InTime())?.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public void JoinsAndEnds_InAnyMixture_AreFirstInFirstOut(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var random = new Random(3);
        var recorded = new Queue<TaskId>();
        var open = new List<(TaskCompletionSource<int> Source, TaskId Id)>();
        for (int step = 0; step < 5_000; step++)
        {
            switch (random.Next(3))
            {
                case 0:
                    var source = new TaskCompletionSource<int>();
                    open.Add((source, set.Add(source.Task).Id));
                    break;
                case 1 when open.Count > 0:
                    (TaskCompletionSource<int> ended, TaskId id) = open[random.Next(open.Count)];
                    open.Remove((ended, id));
                    ended.SetResult(0);
                    recorded.Enqueue(id);
                    break;
                default:
                    bool isJoined = set.TryJoinNext(out AnyResult result);
                    Assert.Equal(recorded.TryDequeue(out TaskId expected), isJoined);
                    Assert.Equal(expected, result.Id);
                    break;
            }

            Assert.Equal(open.Count + recorded.Count, set.Count);
        }
    }

    private static void AddCompleted(AnySet set, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            set.Add(Task.FromResult(i), $"{i}");
        }
    }

    private static int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(20).Shuffle(order);
        return order;
    }
}
