using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 10 of the contract on real threads: sets that nobody disposes of and nobody holds, found by the garbage collector.</summary>
public sealed class DroppedSetTests(ITestOutputHelper output)
{
    private const int JobsInASet = 6;

    [Fact]
    public void EveryTask_OfADroppedSet_IsAborted()
    {
        using var unobserved = new UnobservedTasks();
        using var parent = new CancellationTokenSource();
        var ledger = new StressLedger();
        var run = new StressRun();
        run.Start("dropper", 2, random =>
        {
            while (run.IsOpen)
            {
                UseAndDrop(ledger, random, parent.Token);
            }
        });
        run.Start("collector", 1, random =>
        {
            while (run.IsOpen)
            {
                GC.Collect(random.Next(3));
                Thread.Sleep(random.Next(3)); // while it collects nobody drops anything
            }
        });
        run.Join();
        output.WriteLine($"{ledger}");

        // What does not end by itself waits for its token, and nobody but the finalizer of its set cancels that.
        StressRun.Until(() => Collect() && ledger.Open.All(job => job.Handle.IsFinished), "every task of every dropped set stops");
        Assert.NotEmpty(ledger.Open);
        Assert.Equal(0, ledger.Running);
        unobserved.AssertNone();
    }

    private static bool Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return true;
    }

    // A method of its own, so that no local of the caller holds the set.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseAndDrop(StressLedger ledger, Random random, CancellationToken parent)
    {
        int? bound = random.Next(3) is > 0 and var slots ? slots : null;
#pragma warning disable JOIN001 // dropping it is what is tested
        var set = new JoinSet<int>(new JoinSetOptions
#pragma warning restore JOIN001
        {
            CancellationToken = random.Next(2) == 0 ? parent : default,
            MaxConcurrency = bound,
        });
        JobPlan[] plans = [JobPlan.Heeding, JobPlan.Value, JobPlan.Heeding, JobPlan.YieldedValue, JobPlan.YieldedThrow, JobPlan.Heeding];
        random.Shuffle(plans);
        for (int each = 0; each < JobsInASet; each++)
        {
            StressJob job = ledger.Issue(plans[each]);
            job.Handle = set.Spawn(job.RunAsync, job.Name);
        }

        // A set that has been waited for is found all the same: the waiter that it keeps does not hold it. (Under a bound those
        // that wait for their tokens may hold every slot.)
        if (bound is null)
        {
            ledger.Deliver(set.JoinNextAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult()!.Value);
        }
    }
}
