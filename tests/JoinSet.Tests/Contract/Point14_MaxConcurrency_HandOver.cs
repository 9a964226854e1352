using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 14: work that waited runs where it was to run, and a chain of any length goes from turn to turn on a level stack.</summary>
public sealed class Point14_MaxConcurrency_HandOver
{
    private const int Chain = 100_000;

    [Theory, BothFaces]
    public async Task SpawnOn_AfterWaiting_RunsOnItsScheduler(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var scheduler = new InlineScheduler();
        set.Spawn(SampleWork.Until(end));
        var seen = new TaskCompletionSource<TaskScheduler>();
        set.SpawnOn(scheduler, _ =>
        {
            seen.SetResult(TaskScheduler.Current);
            return Task.FromResult(1);
        });
        Assert.Equal(0, scheduler.Given);

        end.Raise();

        Assert.Same(scheduler, await seen.Task.InTime());
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task SpawnLocal_AfterWaiting_RunsInItsContext(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var context = new PoolContext();
        set.Spawn(SampleWork.Until(end));
        var seen = new TaskCompletionSource<SynchronizationContext?>();
        context.Around(() => set.SpawnLocal(_ =>
        {
            seen.SetResult(SynchronizationContext.Current);
            return Task.FromResult(1);
        }));

        end.Raise();

        Assert.Same(context, await seen.Task.InTime());
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task SpawnBlocking_AfterWaiting_RunsOnABlockingThread(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        var isPool = new TaskCompletionSource<bool>();
        set.SpawnBlocking(_ =>
        {
            isPool.SetResult(Thread.CurrentThread.IsThreadPoolThread);
            return 1;
        });

        end.Raise();

        Assert.False(await isPool.Task.InTime());
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    [Theory, BothFaces]
    public async Task WaitingWork_AsyncLocalOfItsSpawner_FlowsIntoIt(Face face)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        var local = new AsyncLocal<string> { Value = "of the first" };
        set.Spawn(SampleWork.Until(end));
        local.Value = "of the second";
        var seen = new TaskCompletionSource<string?>();
        set.Spawn(_ =>
        {
            seen.SetResult(local.Value);
            return Task.FromResult(1);
        });

        end.Raise();

        Assert.Equal("of the second", await seen.Task.InTime());
    }

    // A scheduler that throws, or runs the work there and then, is user code: it must not meet the thread that gave up the slot.
    [Theory, BothFaces]
    public async Task HandOver_ToAScheduler_IsNotOnTheStackOfWhatEnded(Face face)
    {
        for (int i = 0; i < 100; i++)
        {
            AnySet set = AnySet.Bounded(face, 1);
            var started = new Signal();
            var foreign = new TaskCompletionSource<int>();
            int completer = 0;
            bool ranInside = false;
            set.Spawn(_ =>
            {
                started.Raise();
                return foreign.Task;
            });
            set.SpawnOn(new InlineScheduler(), _ =>
            {
                ranInside = Volatile.Read(ref completer) == Environment.CurrentManagedThreadId;
                return Task.FromResult(1);
            });
            await started.Raised.InTime();

            await Task.Run(() => // a thread without a context, where continuations are inlined
            {
                Volatile.Write(ref completer, Environment.CurrentManagedThreadId);
                foreign.SetResult(1);
                Volatile.Write(ref completer, 0);
            });

            Assert.Equal(2, (await set.DrainAsync()).Count);
            Assert.False(ranInside);
        }
    }

    [Theory, BothFaces]
    public async Task Chain_OfWorkThatEndsAtOnce_StaysLevel(Face face)
        => await RunChainAsync(face, Chain, set => set.Spawn(SampleWork.Returns(1)), result => result.IsSuccess);

    [Theory, BothFaces]
    public async Task Chain_OnASchedulerThatRunsInline_StaysLevel(Face face)
    {
        var scheduler = new InlineScheduler();
        await RunChainAsync(face, Chain, set => set.SpawnOn(scheduler, SampleWork.Returns(1)), result => result.IsSuccess);
        Assert.Equal(Chain, scheduler.Given);
    }

    [Theory, BothFaces]
    public async Task Chain_OnASchedulerThatThrows_StaysLevel(Face face)
    {
        var scheduler = new RefusingScheduler(new MarkedException());
        await RunChainAsync(face, Chain, set => set.SpawnOn(scheduler, SampleWork.Returns(1)), result => result.IsFaulted);
    }

    [Theory, BothFaces]
    public async Task Chain_OfBlockingWork_StaysLevel(Face face)
        => await RunChainAsync(face, Chain / 10, set => set.SpawnBlocking(_ => 1), result => result.IsSuccess);

    [Theory, BothFaces]
    public async Task Chain_OfAbortedWork_StaysLevel(Face face)
        => await RunChainAsync(face, Chain, set => set.Spawn(SampleWork.Returns(1)).Abort(), result => result.IsCanceled);

    private static async Task RunChainAsync(Face face, int length, Action<AnySet> spawn, Func<AnyResult, bool> expected)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        AbortHandle first = set.Spawn(SampleWork.Until(end));
        for (int i = 0; i < length; i++)
        {
            spawn(set);
        }

        end.Raise();
        List<AnyResult> results = await set.DrainAsync();

        Assert.Equal(length + 1, results.Count);
        Assert.True(results.Single(result => result.Id == first.Id).IsSuccess);
        Assert.All(results.Where(result => result.Id != first.Id), result => Assert.True(expected(result)));
    }
}
