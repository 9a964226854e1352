using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 11 of the contract on real threads: what is detached runs to its end, what is not is joined once.</summary>
public sealed class DetachTests(ITestOutputHelper output)
{
    private const int Batch = 100;

    [Theory]
    [InlineData(null)]
    [InlineData(8)]
    public async Task EveryTask_UnderDetachAndJoins_RunsToItsEnd(int? maxConcurrency)
    {
        using var unobserved = new UnobservedTasks();
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = maxConcurrency });
        var traffic = new JoinTraffic(set, new StressRun());
        traffic.StartSpawners(2);
        traffic.StartCompleters(1);
        traffic.StartJoiners(1);
        traffic.StartImpatientJoiners(1);
        traffic.StartTryingJoiners(1);
        traffic.StartDetachers(1);
        traffic.Finish();

        output.WriteLine($"{traffic.Ledger}, {traffic.Ledger.Open.Count} were detached");
        Assert.NotEmpty(traffic.Ledger.Open);
        Assert.All(traffic.Ledger.Open, job => Assert.Equal(1, job.Starts));
        Assert.Equal(0, set.Count);
        await AssertAsGoodAsNew(set);
        unobserved.AssertNone();
    }

    private static async Task AssertAsGoodAsNew(JoinSet<int> set)
    {
        set.SpawnEach(Enumerable.Range(0, Batch), static (number, _) => Task.FromResult(number));
        int[] values = await set.JoinAllAsync();
        Assert.Equal(Enumerable.Range(0, Batch), values.Order());
    }
}
