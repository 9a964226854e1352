using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: what each member does after Dispose and after DisposeAsync, and what becomes of the joins that wait then.</summary>
public sealed class Point10_Drop_Afterwards
{
    private static readonly Dictionary<string, Func<AnySet, Task>> s_closed = new()
    {
        ["Spawn"] = set => Call(() => set.Spawn(SampleWork.Returns(1))),
        ["Spawn with state"] = set => Call(() => set.Spawn((state, _) => Task.FromResult(state), 1)),
        ["SpawnOn"] = set => Call(() => set.SpawnOn(TaskScheduler.Default, SampleWork.Returns(1))),
        ["SpawnLocal"] = set => Call(() => new PoolContext().Around(() => set.SpawnLocal(SampleWork.Returns(1)))),
        ["SpawnLocal where nothing is local"] = set => Task.Run(() => set.SpawnLocal(SampleWork.Returns(1))),
        ["SpawnBlocking"] = set => Call(() => set.SpawnBlocking(_ => 1)),
        ["SpawnBlocking with state"] = set => Call(() => set.SpawnBlocking((state, _) => state, 1)),
        ["SpawnEach"] = set => Call(() => set.SpawnEach([1], (item, _) => Task.FromResult(item))),
        ["SpawnEach of nothing"] = set => Call(() => set.SpawnEach(Array.Empty<int>(), (item, _) => Task.FromResult(item))),
        ["Add"] = set => Call(() => set.Add(Task.FromResult(1))),
        ["JoinNextAsync"] = set => set.JoinNextAsync(),
        ["JoinNextAsync with a cancelled token"] = set => set.JoinNextAsync(new CancellationToken(canceled: true)),
        ["TryJoinNext"] = set => Call(() => set.TryJoinNext()),
        ["JoinAllAsync"] = set => set.JoinAllAsync(),
        ["JoinAllAsync with a cancelled token"] = set => set.JoinAllAsync(new CancellationToken(canceled: true)),
        ["await foreach"] = set => set.Enumerate().GetAsyncEnumerator().MoveNextAsync().AsTask(),
        ["JoinEachAsync"] = set => set.JoinEachAsync().GetAsyncEnumerator().MoveNextAsync().AsTask(),
    };

    private static readonly Dictionary<string, Func<AnySet, Task>> s_harmless = new()
    {
        ["AbortAll"] = set => Call(set.AbortAll),
        ["DetachAll"] = set => Call(set.DetachAll),
        ["ShutdownAsync"] = set => set.ShutdownAsync(),
        ["ShutdownAsync with a cancelled token"] = set => set.ShutdownAsync(new CancellationToken(canceled: true)),
        ["Count"] = set => Call(() => Assert.Equal(0, set.Count)),
        ["IsEmpty"] = set => Call(() => Assert.True(set.IsEmpty)),
        ["ToString"] = set => Call(() => Assert.Contains("disposed", set.ToString(), StringComparison.Ordinal)),
    };

    public static TheoryData<Face, string, bool> Closed => Rows(s_closed.Keys);

    public static TheoryData<Face, string, bool> Harmless => Rows(s_harmless.Keys);

    [Theory, MemberData(nameof(Closed))]
    public async Task SpawningAndJoining_Afterwards_Throws(Face face, string member, bool waiting)
    {
        AnySet set = await EndedAsync(face, waiting);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => s_closed[member](set).InTime());

        Assert.Equal(0, set.Count);
    }

    [Theory, MemberData(nameof(Harmless))]
    public async Task EverythingElse_Afterwards_IsHarmless(Face face, string member, bool waiting)
    {
        AnySet set = await EndedAsync(face, waiting);

        await s_harmless[member](set).InTime();

        Assert.Equal(0, set.Count);
    }

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task Handle_Afterwards_IsHarmless(Face face, bool waiting)
    {
        AnySet set = AnySet.Create(face);
        var end = new Signal();
        AbortHandle running = set.Spawn(SampleWork.Until(end), "running");
        AbortHandle finished = set.Add(Task.FromResult(1), "finished");
        set.Dispose();
        end.Raise();
        await (waiting ? set.DisposeAsync().InTime() : Task.CompletedTask);

        running.Abort();
        finished.Abort();

        Assert.Equal("running", running.Name);
        Assert.Equal("finished", finished.Name);
        Assert.True(finished.IsFinished);
        Assert.True(running.Id < finished.Id);
    }

    [Theory, BothFaces]
    public async Task SpawnOn_Afterwards_NeverReachesTheScheduler(Face face)
    {
        AnySet set = await EndedAsync(face, waiting: true);
        var scheduler = new InlineScheduler();

        Assert.Throws<ObjectDisposedException>(() => set.SpawnOn(scheduler, SampleWork.Returns(1)));

        Assert.Equal(0, scheduler.Given);
    }

    private static TheoryData<Face, string, bool> Rows(IEnumerable<string> members)
    {
        var rows = new TheoryData<Face, string, bool>();
        foreach (string member in members)
        {
            rows.Add(Face.Values, member, true);
            rows.Add(Face.Values, member, false);
            rows.Add(Face.NoValues, member, true);
            rows.Add(Face.NoValues, member, false);
        }

        return rows;
    }

    private static async Task<AnySet> EndedAsync(Face face, bool waiting)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(SampleWork.UntilAborted);
        set.Add(Task.FromResult(1));
        if (waiting)
        {
            await set.DisposeAsync().InTime();
            return set;
        }

        set.Dispose();
        return set;
    }

    private static Task Call(Action call)
    {
        call();
        return Task.CompletedTask;
    }

    private static Task Call<TResult>(Func<TResult> call)
    {
        _ = call();
        return Task.CompletedTask;
    }
}
