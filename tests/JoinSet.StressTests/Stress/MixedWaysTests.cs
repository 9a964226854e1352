using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>All ways into a set at once, on real threads: pool, schedulers, local contexts, blocking threads, tasks of others.</summary>
public sealed class MixedWaysTests(ITestOutputHelper output)
{
    private const int Crowded = 100; // each may block a thread

    [Fact]
    public void EveryResult_WhicheverWayItsTaskCame_ComesOnce()
    {
        var ledger = new StressLedger();
        Check(new ValueTarget(ledger), ledger);
    }

    [Fact]
    public void EveryResultWithoutValue_WhicheverWayItsTaskCame_ComesOnce()
    {
        var ledger = new StressLedger();
        Check(new NoValueTarget(ledger), ledger);
    }

    private void Check(StressTarget target, StressLedger ledger)
    {
        using var unobserved = new UnobservedTasks();
        bool isSpawning = true;
        var run = new StressRun();
        run.Start("spawner", 2, random => SpawnUntilClosed(run, target, ledger, random));
        run.Start("aborter", 1, _ => AbortUntilClosed(run, target, ledger));
        run.Start("completer", 1, _ => CompleteWhile(() => Volatile.Read(ref isSpawning) || target.Count > 0 || ledger.GatesWaiting > 0, ledger));
        run.StartAsync("joiner", 2, async _ =>
        {
            bool isLast = false;
            while (await target.JoinAsync() || !isLast)
            {
                isLast = !Volatile.Read(ref isSpawning);
            }
        });
        run.Join("spawner", "aborter");
        Volatile.Write(ref isSpawning, false);
        run.Join();
        target.Dispose();

        output.WriteLine($"{ledger}");
        ledger.AssertAllDelivered();
        unobserved.AssertNone();
    }

    private static void SpawnUntilClosed(StressRun run, StressTarget target, StressLedger ledger, Random random)
    {
        IReadOnlyList<Action<StressJob>> ways = target.Ways;
        while (run.IsOpen)
        {
            StressJob job = ledger.Issue(random);
            ways[random.Next(ways.Count)](job);
            if (random.Next(8) == 0)
            {
                job.Abort();
            }

            while (target.Count > Crowded && run.IsOpen)
            {
                Thread.Yield();
            }
        }
    }

    private static void AbortUntilClosed(StressRun run, StressTarget target, StressLedger ledger)
    {
        while (run.IsOpen)
        {
            ledger.AbortAll(target.AbortAll);
            Thread.Sleep(5); // now and then, or nothing would ever run
        }
    }

    private static void CompleteWhile(Func<bool> goesOn, StressLedger ledger)
    {
        while (goesOn())
        {
            if (!ledger.OpenGate())
            {
                Thread.Yield();
            }
        }
    }
}
