using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Points 7 and 9 of the contract on real threads: JoinAllAsync and ShutdownAsync while others go on spawning.</summary>
public sealed class FailFastTests(ITestOutputHelper output)
{
    private const int Jobs = 20;

    [Fact]
    public async Task JoinAllAsync_WhileOthersSpawn_GivesEveryValueOnce()
    {
        using var unobserved = new UnobservedTasks();
        output.WriteLine($"{await new StressRun().PlayAsync(JoinAllAsync)} sets");
        unobserved.AssertNone();
    }

    [Fact]
    public async Task JoinAllAsync_OfAFailureWhileOthersSpawn_ReapsAll()
    {
        using var unobserved = new UnobservedTasks();
        output.WriteLine($"{await new StressRun().PlayAsync(FailAsync)} sets");
        unobserved.AssertNone();
    }

    [Fact]
    public async Task ShutdownAsync_WhileOthersSpawn_LeavesNothingBehind()
    {
        using var unobserved = new UnobservedTasks();
        output.WriteLine($"{await new StressRun().PlayAsync(ShutdownAsync)} sets");
        unobserved.AssertNone();
    }

    private static async Task JoinAllAsync(Random random)
    {
        var ledger = new StressLedger();
        var crew = new StressCrew(ledger);
        using var set = new JoinSet<int>();
        JobPlan[] plans = [JobPlan.Value, JobPlan.YieldedValue, JobPlan.CompletedValue, JobPlan.Heeding];
        Spawn(set, () => ledger.Issue(plans[random.Next(plans.Length)]));
        crew.Start(() => SpawnAsync(set, () => ledger.Issue(JobPlan.YieldedValue)));

        ledger.Deliver(await set.JoinAllAsync());
        await crew.Work;
        ledger.Deliver(await set.JoinAllAsync()); // what came after the set was empty for a moment
        ledger.AssertAllDelivered();
        await crew.EndAsync(ledger);
    }

    private static async Task FailAsync(Random random)
    {
        var ledger = new StressLedger();
        var crew = new StressCrew(ledger);
        using var set = new JoinSet<int>();
        StressJob failure = ledger.Issue(random.Next(2) == 0 ? JobPlan.Throws : JobPlan.YieldedThrow);
        failure.Handle = set.Spawn(failure.RunAsync, failure.Name);
        Spawn(set, () => ledger.Issue(random));
        var others = new Random(random.Next());
        crew.Start(() => SpawnAsync(set, () => ledger.Issue(others)));

        Task<int[]> all = set.JoinAllAsync();
        Exception first = await Assert.ThrowsAnyAsync<Exception>(() => all);
        Assert.Same(first, all.Exception!.InnerExceptions[0]);
        Assert.Equal(all.Exception.InnerExceptions.Count, all.Exception.InnerExceptions.Distinct().Count());
        Assert.All(all.Exception.InnerExceptions, exception => Assert.Contains(ledger.Open, job => job.Owns(exception)));

        await crew.Work;
        await set.ShutdownAsync(); // what came after the end of the reaping
        Assert.Equal(0, set.Count);
        await crew.EndAsync(ledger);
    }

    private static async Task ShutdownAsync(Random random)
    {
        var ledger = new StressLedger();
        var crew = new StressCrew(ledger);
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = random.Next(3) is > 0 and var bound ? bound : null });
        var others = new Random(random.Next());
        crew.Start(() => SpawnAsync(set, () => ledger.Issue(others)));
        crew.Start(() => set.ShutdownAsync());
        crew.Start(() => set.ShutdownAsync());
        await crew.Work;
        await set.ShutdownAsync();
        Assert.Equal(0, set.Count);
        Assert.Equal(0, ledger.Running);
        await crew.EndAsync(ledger);
    }

    private static void Spawn(JoinSet<int> set, Func<StressJob> issue)
    {
        for (int each = 0; each < Jobs; each++)
        {
            StressJob job = issue();
            job.Handle = set.Spawn(job.RunAsync, job.Name);
        }
    }

    private static async Task SpawnAsync(JoinSet<int> set, Func<StressJob> issue)
    {
        for (int batch = 0; batch < 4; batch++)
        {
            Spawn(set, issue);
            await Task.Yield();
        }
    }
}
