using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: what the finalizer does and does not do: no user code on its thread, no harm from a set half made, nobody's set taken away.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point10_Drop_Finalizer
{
    private static readonly Dictionary<string, Func<Face, Signal, Signal, WeakReference>> s_waits = new()
    {
        ["JoinNextAsync"] = (face, end, joined) => face == Face.Values
            ? Wait(new JoinSet<int>(), set => set.Spawn(SampleWork.Until(end)), set => set.JoinNextAsync().AsTask(), joined)
            : Wait(new JoinSet(), set => set.Spawn(SampleWork.Until(end)), set => set.JoinNextAsync().AsTask(), joined),
        ["JoinAllAsync"] = (face, end, joined) => face == Face.Values
            ? Wait(new JoinSet<int>(), set => set.Spawn(SampleWork.Until(end)), set => set.JoinAllAsync(), joined)
            : Wait(new JoinSet(), set => set.Spawn(SampleWork.Until(end)), set => set.JoinAllAsync(), joined),
        ["await foreach"] = (face, end, joined) => face == Face.Values
            ? Wait(new JoinSet<int>(), set => set.Spawn(SampleWork.Until(end)), set => set.GetAsyncEnumerator().MoveNextAsync().AsTask(), joined)
            : Wait(new JoinSet(), set => set.Spawn(SampleWork.Until(end)), set => set.GetAsyncEnumerator().MoveNextAsync().AsTask(), joined),
    };

    public static TheoryData<Face, string> Waits
    {
        get
        {
            var rows = new TheoryData<Face, string>();
            foreach (string wait in s_waits.Keys)
            {
                rows.Add(Face.Values, wait);
                rows.Add(Face.NoValues, wait);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Waits))]
    public async Task SetThatAWaitingJoinerHolds_IsNotDropped(Face face, string wait)
    {
        Signal end = new(), joined = new();
        WeakReference set = s_waits[wait](face, end, joined);

        await Collected.EverythingAsync();

        Assert.True(set.IsAlive);
        end.Raise();
        await joined.Raised.InTime();
        Assert.True(await Collected.UntilAsync(() => !set.IsAlive));
    }

    [Theory, BothFaces]
    public async Task CancellationCallback_OfADroppedSet_NeverRunsOnTheFinalizerThread(Face face)
    {
        int finalizerThread = await FinalizerThread.FindAsync();
        Signal started = new();
        var thread = new TaskCompletionSource<(int Id, bool IsPool)>();
        LeaveRunning(face, started, thread);
        await started.Raised.InTime();

        Assert.True(await Collected.UntilAsync(() => thread.Task.IsCompleted));

        (int id, bool isPool) = await thread.Task;
        Assert.NotEqual(finalizerThread, id);
        Assert.True(isPool);
    }

    // Nothing holds the set but the call itself, while the collector is at work all the time.
    [Theory, BothFaces]
    public async Task SpawnIntoATemporary_SetFoundAtAnyMoment_TaskIsAbortedAndNothingBreaks(Face face)
    {
        var handles = new AbortHandle[500];
        for (int i = 0; i < handles.Length; i++)
        {
            handles[i] = SpawnIntoTemporary(face);
            if (i % 10 == 0)
            {
                GC.Collect(0);
            }
        }

        Assert.True(await Collected.UntilAsync(() => handles.All(handle => handle.IsFinished)));
    }

    [Fact]
    public async Task ConstructorThatThrows_IsFinalizedHarmlessly()
    {
        for (int i = 0; i < 10; i++)
        {
            Assert.Throws<ArgumentNullException>(() => new JoinSet<int>((JoinSetOptions)null!));
            Assert.Throws<ArgumentNullException>(() => new JoinSet((JoinSetOptions)null!));
        }

        await Collected.EverythingAsync(); // an exception on the finalizer thread would end the process
    }

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task DisposedSet_IsCollectedHarmlessly(Face face, bool waiting)
    {
        WeakReference set = await LeaveDisposedAsync(face, waiting);

        Assert.True(await Collected.UntilAsync(() => !set.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Wait<TSet>(TSet set, Action<TSet> spawn, Func<TSet, Task> join, Signal joined)
        where TSet : class
    {
        spawn(set);
        Task waiting = join(set);
        Assert.False(waiting.IsCompleted);
        waiting.ContinueWith(_ => joined.Raise(), TaskScheduler.Default);
        return new WeakReference(set);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveRunning(Face face, Signal started, TaskCompletionSource<(int Id, bool IsPool)> thread)
        => AnySet.Create(face).Spawn(async token =>
        {
            token.Register(() => thread.TrySetResult((Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread)));
            started.Raise();
            await SampleWork.UntilAborted(token);
            return 1;
        });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle SpawnIntoTemporary(Face face)
        => face == Face.Values ? new JoinSet<int>().Spawn(SampleWork.UntilAborted) : new JoinSet().Spawn(SampleWork.UntilAborted);

    private static async Task<WeakReference> LeaveDisposedAsync(Face face, bool waiting)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(SampleWork.UntilAborted);
        if (waiting)
        {
            await set.DisposeAsync().InTime();
        }

        set.Dispose();
        return set.Weak;
    }
}
