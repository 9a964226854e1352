using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 10 of the contract on real threads: many short-lived sets, each disposed of in the middle of its work.</summary>
public sealed class DisposeTests(ITestOutputHelper output)
{
    private const int Crowded = 100;

    [Fact]
    public async Task DisposeAsync_InTheMiddleOfTheWork_WaitsForEveryTask()
    {
        using var unobserved = new UnobservedTasks();
        output.WriteLine($"{await new StressRun().PlayAsync(PlayAsync)} sets");
        unobserved.AssertNone();
    }

    private static async Task PlayAsync(Random random)
    {
        var ledger = new StressLedger();
        var crew = new StressCrew(ledger);
        var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = random.Next(3) is > 0 and var bound ? bound : null });
        int seed = random.Next();
        crew.Start(() => SpawnUntilDisposedAsync(set, ledger, new Random(seed)));
        crew.Start(() => JoinUntilDisposedAsync(set, ledger));
        crew.Start(() => JoinUntilDisposedAsync(set, ledger));

        int spawnedFirst = random.Next(40);
        await StressRun.UntilAsync(() => ledger.Issued >= spawnedFirst, "enough is spawned");
        await DisposeAsync(set, random.Next(4));

        Assert.Equal(0, ledger.Running);
        Assert.Equal(0, set.Count);
        await crew.EndAsync(ledger);
        Assert.Throws<ObjectDisposedException>(() => set.TryJoinNext(out _));
    }

    private static async Task DisposeAsync(JoinSet<int> set, int way)
    {
        Task earlier = way == 2 ? Task.Run(async () => await set.DisposeAsync()) : Task.CompletedTask;
        if (way == 1)
        {
            set.Dispose();
        }

        await set.DisposeAsync();
        await earlier;
        if (way == 3)
        {
            set.Dispose();
        }
    }

    private static async Task SpawnUntilDisposedAsync(JoinSet<int> set, StressLedger ledger, Random random)
    {
        while (true)
        {
            StressJob job = ledger.Issue(random);
            try
            {
                job.Handle = set.Spawn(job.RunAsync, job.Name);
            }
            catch (ObjectDisposedException)
            {
                ledger.Withdraw(job);
                return;
            }

            do
            {
                await Task.Yield();
            }
            while (set.Count > Crowded);
        }
    }

    private static async Task JoinUntilDisposedAsync(JoinSet<int> set, StressLedger ledger)
    {
        try
        {
            while (true)
            {
                if (await set.JoinNextAsync() is { } result)
                {
                    ledger.Deliver(result);
                }

                await Task.Yield();
            }
        }
        catch (ObjectDisposedException)
        {
            // This is how the round ends.
        }
    }
}
