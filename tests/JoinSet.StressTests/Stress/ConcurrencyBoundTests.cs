using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Point 14 of the contract on real threads: never more than the bound, and no slot is lost.</summary>
public sealed class ConcurrencyBoundTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task RunningTasks_UnderAbortsDetachesAndJoins_NeverExceedTheBound(int bound)
    {
        using var unobserved = new UnobservedTasks();
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = bound });
        var traffic = new JoinTraffic(set, new StressRun());
        traffic.StartSpawners(2);
        traffic.StartCompleters(1);
        traffic.StartJoiners(1);
        traffic.StartImpatientJoiners(1);
        traffic.StartAborters(1);
        traffic.StartDetachers(1);
        traffic.Finish();

        output.WriteLine($"{traffic.Ledger}");
        Assert.Equal(bound, traffic.Ledger.Peak);
        await AssertEverySlotIsFree(set, bound);
        unobserved.AssertNone();
    }

    private static async Task AssertEverySlotIsFree(JoinSet<int> set, int bound)
    {
        using var everybody = new CountdownEvent(bound);
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        for (int each = 0; each < bound + 1; each++)
        {
            set.Spawn(_ =>
            {
                everybody.Signal();
                return gate.Task;
            });
        }

        // The one too many signals only after one of the others has ended, and then there is nothing to signal.
        StressRun.Until(() => everybody.IsSet, "as many run at once as the bound allows");
        everybody.Reset(1);
        gate.SetResult(0);
        Assert.Equal(bound + 1, (await set.JoinAllAsync()).Length);
        Assert.True(everybody.IsSet);
    }
}
