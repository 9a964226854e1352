using Xunit.Abstractions;

namespace JoinSets.StressTests.Stress;

/// <summary>Points 3, 4, 5 and 6 of the contract on real threads: each result comes to one joiner, once, whatever else goes on.</summary>
public sealed class ExactlyOnceTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryResult_UnderJoinersAndCancellations_ComesOnce() => Check(maxConcurrency: null, aborters: 0);

    [Fact]
    public void EveryResult_UnderJoinersCancellationsAndAborts_ComesOnce() => Check(maxConcurrency: null, aborters: 1);

    [Fact]
    public void EveryResult_UnderJoinersCancellationsAbortsAndABound_ComesOnce() => Check(maxConcurrency: 8, aborters: 1);

    private void Check(int? maxConcurrency, int aborters)
    {
        using var unobserved = new UnobservedTasks();
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = maxConcurrency });
        var traffic = new JoinTraffic(set, new StressRun());
        traffic.StartSpawners(2);
        traffic.StartCompleters(1);
        traffic.StartJoiners(1);
        traffic.StartImpatientJoiners(2);
        traffic.StartTryingJoiners(1);
        traffic.StartEnumerators(1);
        traffic.StartAborters(aborters);
        traffic.Finish();

        output.WriteLine($"{traffic.Ledger}");
        traffic.Ledger.AssertAllDelivered();
        Assert.True(traffic.Ledger is { Successes: > 0, Faults: > 0 });
        Assert.Equal(aborters > 0, traffic.Ledger.Cancellations > 0);
        Assert.Equal(0, set.Count);
        unobserved.AssertNone();
    }
}
