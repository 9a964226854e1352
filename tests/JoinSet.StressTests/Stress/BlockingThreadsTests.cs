using JoinSets.Completion;
using JoinSets.Scheduling;
using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 12 of the contract on real threads: threads for blocking work that come and go all the time.</summary>
public sealed class BlockingThreadsTests(ITestOutputHelper output)
{
    private const int MaxThreads = 4;
    private const int Crowded = 50;

    [Fact]
    public void EveryWork_OnThreadsThatEndAsSoonAsTheyIdle_RunsOnce()
    {
        var threads = new BlockingThreads(MaxThreads, idleTime: TimeSpan.FromMilliseconds(1));
        var core = new JoinCore(static core => new JoinWaiter<int>(core, static _ => 0), maxConcurrency: null, CancellationToken.None);
        var run = new StressRun();
        bool isSpawning = true;
        int queued = 0;
        int ran = 0;
        run.Start("spawner", 2, random =>
        {
            while (run.IsOpen)
            {
                var entry = new CountedEntry(threads, () => Interlocked.Increment(ref ran));
                Assert.True(core.TryInsert(entry));
                Interlocked.Increment(ref queued);
                PauseNowAndThen(random);
                while (core.Count > Crowded && run.IsOpen)
                {
                    Thread.Yield();
                }
            }
        });
        run.Start("joiner", 1, _ => JoinWhile(() => Volatile.Read(ref isSpawning) || core.Count > 0, core));
        run.Start("watcher", 1, _ =>
        {
            while (run.IsOpen)
            {
                Assert.InRange(threads.Count, 0, MaxThreads);
                Thread.Yield();
            }
        });
        run.Join("spawner");
        Volatile.Write(ref isSpawning, false);
        run.Join();

        output.WriteLine($"{ran} works");
        Assert.Equal(queued, ran);
        StressRun.Until(() => threads.Count == 0, "every idle thread ends");
    }

    // Long enough for the threads to end: what comes next meets them at their end.
    private static void PauseNowAndThen(Random random)
    {
        if (random.Next(20) == 0)
        {
            Thread.Sleep(random.Next(3));
        }
    }

    private static void JoinWhile(Func<bool> goesOn, JoinCore core)
    {
        while (goesOn())
        {
            if (core.TryJoin() is { } entry)
            {
                entry.Release();
            }
        }
    }

    /// <summary>Blocking work that goes to the threads of this test instead of those of the process.</summary>
    private sealed class CountedEntry(BlockingThreads threads, Action run) : JoinEntry(run, name: null, context: null)
    {
        internal override void Dispatch() => threads.Queue(this);

        protected override Task? Invoke(object work)
        {
            ((Action)work)();
            return Task.CompletedTask;
        }
    }
}
