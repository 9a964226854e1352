using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 12: SpawnBlocking runs on dedicated background threads; what is queued can be aborted, what runs is asked.</summary>
public sealed class Point12_SpawnBlocking
{
    [Theory, BothFaces]
    public async Task SpawnBlocking_Thread_IsDedicatedAndInTheBackground(Face face)
    {
        AnySet set = AnySet.Create(face);
        var seen = new TaskCompletionSource<(bool IsPool, bool IsBackground, int Id)>();

        set.SpawnBlocking(_ =>
        {
            Thread current = Thread.CurrentThread;
            seen.SetResult((current.IsThreadPoolThread, current.IsBackground, current.ManagedThreadId));
            return 1;
        });

        (bool isPool, bool isBackground, int id) = await seen.Task.InTime();
        Assert.False(isPool);
        Assert.True(isBackground);
        Assert.NotEqual(Environment.CurrentManagedThreadId, id);
        Assert.True(Assert.Single(await set.DrainAsync()).IsSuccess);
    }

    [Theory, BothFaces]
    public async Task SpawnBlocking_MoreThanThePoolHasThreads_DoesNotStarveThePool(Face face)
    {
        AnySet set = AnySet.Create(face);
        ThreadPool.GetMinThreads(out int poolThreads, out _);
        using var all = new CountdownEvent((poolThreads * 2) + 2);
        Signal allBlock = new(), end = new();
        for (int i = all.InitialCount; i > 0; i--)
        {
            set.SpawnBlocking(_ =>
            {
                if (all.Signal())
                {
                    allBlock.Raise();
                }

                end.Block();
                return 1;
            });
        }

        await allBlock.Raised.InTime();
        set.Spawn(SampleWork.Returns(2), "on the pool");

        Assert.Equal("on the pool", (await set.JoinNextAsync().InTime())!.Name);
        end.Raise();
        Assert.Equal(all.InitialCount, (await set.DrainAsync()).Count);
    }

    [Fact]
    public async Task SpawnBlocking_Value_IsDelivered()
    {
        await using var set = new JoinSet<string>();
        set.SpawnBlocking(_ => "plain");
        set.SpawnBlocking((state, _) => state + "!", "state");

        string[] values = await set.JoinAllAsync().InTime();

        Assert.Equal(["plain", "state!"], values.Order());
    }

    [Theory, BothFaces]
    public async Task SpawnBlocking_DelegateThatThrows_GivesThatFault(Face face)
    {
        AnySet set = AnySet.Create(face);
        var failure = new MarkedException();
        set.SpawnBlocking(_ => throw failure);
        set.SpawnBlocking<Exception>((state, _) => throw state, failure);

        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(2, results.Count);
        Assert.All(results, result => Assert.True(result.IsFaulted));
        Assert.All(results, result => Assert.Same(failure, result.Error!.Exception));
    }

    [Theory, BothFaces]
    public async Task Abort_RunningWork_IsAskedThroughItsToken(Face face)
    {
        AnySet set = AnySet.Create(face);
        var started = new Signal();
        AbortHandle handle = set.SpawnBlocking(token =>
        {
            started.Raise();
            token.WaitHandle.WaitOne(Deadline.Limit);
            token.ThrowIfCancellationRequested();
            return 1;
        });
        await started.Raised.InTime();

        handle.Abort();

        AnyResult? result = await set.JoinNextAsync().InTime();
        Assert.True(result!.IsCanceled);
        Assert.Equal(handle.Id, result.Id);
    }

    [Theory, BothFaces]
    public async Task Abort_RunningWorkThatDoesNotHeed_Succeeds(Face face)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        AbortHandle handle = set.SpawnBlocking(_ =>
        {
            started.Raise();
            end.Block();
            return 1;
        });
        await started.Raised.InTime();

        handle.Abort();
        Assert.False(handle.IsFinished);
        end.Raise();

        Assert.True((await set.JoinNextAsync().InTime())!.IsSuccess);
    }

    [Theory, BothFaces]
    public async Task SpawnBlocking_AsyncLocalOfTheSpawner_FlowsIntoTheWork(Face face)
    {
        AnySet set = AnySet.Create(face);
        var local = new AsyncLocal<string> { Value = "spawner's" };
        var seen = new TaskCompletionSource<string?>();

        set.SpawnBlocking(_ =>
        {
            seen.SetResult(local.Value);
            return 1;
        });

        Assert.Equal("spawner's", await seen.Task.InTime());
    }

    [Theory, BothFaces]
    public async Task SpawnBlocking_FromManyThreads_RunsEachOnce(Face face)
    {
        const int Spawners = 8;
        const int Each = 200;
        AnySet set = AnySet.Create(face);
        int ran = 0;

        await Task.WhenAll(Enumerable.Range(0, Spawners).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++)
            {
                set.SpawnBlocking(_ => Interlocked.Increment(ref ran));
            }
        }))).InTime();

        List<AnyResult> results = await set.DrainAsync();
        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.Equal(Spawners * Each, results.Select(result => result.Id).Distinct().Count());
        Assert.Equal(Spawners * Each, ran);
    }
}
