using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 17 of the contract on real threads: a parent token that is cancelled at any moment.</summary>
public sealed class ParentTokenTests(ITestOutputHelper output)
{
    private const int Jobs = 60;

    [Fact]
    public async Task ParentToken_CancelledInTheMiddleOfTheWork_AbortsAllThereIsAndAllThatComes()
    {
        using var unobserved = new UnobservedTasks();
        output.WriteLine($"{await new StressRun().PlayAsync(PlayAsync)} sets");
        unobserved.AssertNone();
    }

    private static async Task PlayAsync(Random random)
    {
        var ledger = new StressLedger();
        var crew = new StressCrew(ledger);
        using var parent = new CancellationTokenSource();
        using var set = new JoinSet<int>(new JoinSetOptions
        {
            CancellationToken = parent.Token,
            MaxConcurrency = random.Next(3) is > 0 and var bound ? bound : null,
        });
        int cancelAt = random.Next(Jobs);
        crew.Start(async () =>
        {
            await StressRun.UntilAsync(() => ledger.Issued > cancelAt, "enough is spawned");
            ledger.AbortForGood(parent.Cancel);
        });
        Spawn(set, ledger, random);
        await StressRun.UntilAsync(() => parent.IsCancellationRequested && ledger.AbortsBegun == 1, "the parent is cancelled");
        await DrainAsync(set, ledger);
        await crew.EndAsync(ledger);
        ledger.AssertAllDelivered();
        await AssertNothingStarts(set, ledger);
    }

    private static void Spawn(JoinSet<int> set, StressLedger ledger, Random random)
    {
        for (int each = 0; each < Jobs; each++)
        {
            StressJob job = ledger.Issue(random);
            job.Handle = set.Spawn(job.RunAsync, job.Name);
            if (random.Next(2) == 0 && set.TryJoinNext(out JoinResult<int> result))
            {
                ledger.Deliver(result);
            }
        }
    }

    private static async Task DrainAsync(JoinSet<int> set, StressLedger ledger)
    {
        await foreach (JoinResult<int> result in set)
        {
            ledger.Deliver(result);
        }
    }

    // The crew is through, so the callback of the parent is too.
    private static async Task AssertNothingStarts(JoinSet<int> set, StressLedger ledger)
    {
        StressJob late = ledger.Issue(JobPlan.Value);
        late.Handle = set.Spawn(late.RunAsync, late.Name);
        JoinResult<int> result = (await set.JoinNextAsync())!.Value;
        ledger.Deliver(result);
        Assert.True(result.IsCanceled);
        Assert.Equal(0, late.Starts);
    }
}
