using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 14: MaxConcurrency bounds how many of the set's tasks run at once; the others wait their turn.</summary>
public sealed class Point14_MaxConcurrency
{
    private static readonly Dictionary<string, Action<AnySet, Func<CancellationToken, Task<int>>>> s_spawns = new()
    {
        ["Spawn"] = (set, work) => set.Spawn(work),
        ["Spawn with state"] = (set, work) => set.Spawn((run, token) => run(token), work),
        ["SpawnOn"] = (set, work) => set.SpawnOn(TaskScheduler.Default, work),
        ["SpawnOn inline"] = (set, work) => set.SpawnOn(new InlineScheduler(), work),
        ["SpawnLocal"] = (set, work) => new PoolContext().Around(() => set.SpawnLocal(work)),
        ["SpawnBlocking"] = (set, work) => set.SpawnBlocking(token => work(token).WaitAsync(Deadline.Limit, CancellationToken.None).GetAwaiter().GetResult()),
        ["SpawnBlocking with state"] = (set, work) => set.SpawnBlocking((run, token) => run(token).WaitAsync(Deadline.Limit, CancellationToken.None).GetAwaiter().GetResult(), work),
        ["SpawnEach"] = (set, work) => set.SpawnEach([work], (run, token) => run(token)),
    };

    private readonly Concurrency _concurrency = new();

    public static TheoryData<Face, string> Spawns
    {
        get
        {
            var rows = new TheoryData<Face, string>();
            foreach (string spawn in s_spawns.Keys)
            {
                rows.Add(Face.Values, spawn);
                rows.Add(Face.NoValues, spawn);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task Tasks_ManyMoreThanSlots_NeverRunMoreAtOnce(Face face, string spawn)
    {
        AnySet set = AnySet.Bounded(face, 3);
        for (int i = 0; i < 200; i++)
        {
            s_spawns[spawn](set, _concurrency.RunAsync);
        }

        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(200, results.Count);
        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.InRange(_concurrency.Most, 1, 3);
    }

    [Theory, BothFaces]
    public async Task Tasks_OfEveryKindTogether_NeverRunMoreAtOnce(Face face)
    {
        AnySet set = AnySet.Bounded(face, 2);
        for (int i = 0; i < 100; i++)
        {
            s_spawns.Values.ElementAt(i % s_spawns.Count)(set, _concurrency.RunAsync);
        }

        Assert.Equal(100, (await set.DrainAsync()).Count);
        Assert.InRange(_concurrency.Most, 1, 2);
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task Slots_AsManyAsAllowed_AreAllUsed(Face face, string spawn)
    {
        AnySet set = AnySet.Bounded(face, 3);
        var meet = new Rendezvous(3);
        for (int i = 0; i < 12; i++)
        {
            s_spawns[spawn](set, async _ => await meet.ArriveAsync()); // goes on only when three are there
        }

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task WaitingWork_OneSlot_StartsInTheOrderOfTheSpawns(Face face, string spawn)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var order = new List<int>();
        set.Spawn(SampleWork.Until(end));
        foreach (int number in Enumerable.Range(0, 100))
        {
            s_spawns[spawn](set, _ =>
            {
                order.Add(number);
                return Task.FromResult(number);
            });
        }

        Assert.Empty(order);
        end.Raise();
        await set.DrainAsync();

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Theory, BothFaces]
    public async Task WaitingWork_IsCounted(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));

        AbortHandle waiting = set.Spawn(SampleWork.Returns(1));

        Assert.Equal(2, set.Count);
        Assert.False(waiting.IsFinished);
        Assert.Null(set.TryJoinNext());
        end.Raise();
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task Unbounded_ManyTasks_AllRunAtOnce(Face face)
    {
        AnySet set = AnySet.Create(face, new JoinSetOptions());
        var meet = new Rendezvous(100);
        for (int i = 0; i < 100; i++)
        {
            set.Spawn(async _ => await meet.ArriveAsync());
        }

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
    }
}
