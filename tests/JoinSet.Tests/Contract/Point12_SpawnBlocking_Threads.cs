using JoinSets.Scheduling;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 12 on a few threads instead of 512: never more than the bound, idle ones end, queued work can be aborted.</summary>
public sealed class Point12_SpawnBlocking_Threads
{
    private static readonly TimeSpan s_forever = Timeout.InfiniteTimeSpan;

    private int _running;
    private int _most;

    [Fact]
    public async Task Threads_MoreWorkThanTheBound_NeverExceedIt()
    {
        var threads = new BlockingThreads(maxThreads: 3, s_forever);
        var set = new BlockingSet(threads);
        for (int i = 0; i < 300; i++)
        {
            set.Spawn(CountRunning);
            Assert.InRange(threads.Count, 1, 3);
        }

        List<JoinResult> results = await set.DrainAsync();

        Assert.Equal(300, results.Count);
        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.InRange(_most, 1, 3);
        Assert.InRange(threads.Count, 1, 3);
    }

    [Fact]
    public async Task Threads_UpToTheBound_AllRunAtOnce()
    {
        var set = new BlockingSet(new BlockingThreads(maxThreads: 4, s_forever));
        using var meet = new Barrier(4);

        for (int i = 0; i < 40; i++)
        {
            set.Spawn(() => Assert.True(meet.SignalAndWait(Deadline.Limit))); // goes on only when four are there
        }

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
    }

    [Fact]
    public async Task IdleThread_NewWork_IsUsedAgain()
    {
        var set = new BlockingSet(new BlockingThreads(maxThreads: 1, s_forever));
        var ids = new HashSet<int>();

        for (int i = 0; i < 200; i++)
        {
            set.Spawn(() => ids.Add(Environment.CurrentManagedThreadId));
            Assert.NotNull(await set.JoinNextAsync());
        }

        Assert.Single(ids);
    }

    [Fact]
    public async Task IdleThread_AfterItsTime_Ends()
    {
        var threads = new BlockingThreads(maxThreads: 4, TimeSpan.FromMilliseconds(1));
        var set = new BlockingSet(threads);
        var ran = new TaskCompletionSource<Thread>();
        set.Spawn(() => ran.SetResult(Thread.CurrentThread));
        Thread thread = await ran.Task.InTime();

        Assert.True(await Task.Run(() => thread.Join(Deadline.Limit)));

        Assert.Equal(0, threads.Count);
        set.Spawn(() => { });
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    // A thread that gives up waiting meets work that counts on it.
    [Fact]
    public async Task IdleThreads_EndingWhileWorkComes_LoseNone()
    {
        var set = new BlockingSet(new BlockingThreads(maxThreads: 2, TimeSpan.Zero));
        for (int i = 0; i < 1_000; i++)
        {
            set.Spawn(() => { });
            if (i % 3 == 0)
            {
                Assert.NotNull(await set.JoinNextAsync());
            }
        }

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
    }

    [Fact]
    public async Task QueuedWork_Aborted_IsReapedAtOnceAndNeverRuns()
    {
        var set = new BlockingSet(new BlockingThreads(maxThreads: 1, s_forever));
        Signal started = new(), end = new();
        bool ran = false;
        set.Spawn(() =>
        {
            started.Raise();
            end.Block();
        });
        await started.Raised.InTime();
        AbortHandle queued = set.Spawn(() => ran = true);
        Assert.Equal(2, set.Count);

        queued.Abort();

        JoinResult? result = await set.JoinNextAsync();
        Assert.Equal(queued.Id, result!.Value.Id);
        Assert.True(result.Value.IsCanceled);
        end.Raise();
        Assert.Single(await set.DrainAsync());
        set.Spawn(() => { });
        Assert.Single(await set.DrainAsync()); // the thread has gone past the aborted one
        Assert.False(ran);
    }

    [Fact]
    public async Task QueuedWork_OneThread_RunsInTheOrderOfTheSpawns()
    {
        var set = new BlockingSet(new BlockingThreads(maxThreads: 1, s_forever));
        var order = new List<int>();
        foreach (int number in Enumerable.Range(0, 100))
        {
            set.Spawn(() => order.Add(number));
        }

        await set.DrainAsync();

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    private void CountRunning()
    {
        int now = Interlocked.Increment(ref _running);
        for (int most = Volatile.Read(ref _most); now > most; most = Volatile.Read(ref _most))
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        Thread.Yield();
        Interlocked.Decrement(ref _running);
    }
}
