namespace JoinSets.StressTests.Properties;

internal sealed partial class SetModel
{
    // Waits for what the model says must come by itself: starts, ends, and the answers of joins that wait.
    private void Settle()
    {
        foreach (PlainJob job in _jobs)
        {
            GatedJob real = probe.Jobs[job.Number];
            Patience.Until(() => !job.IsStarted || real.IsStarted, $"job {job.Number} starts, after{this}");
            Patience.Until(() => !job.IsEnded || real.Handle.IsFinished, $"job {job.Number} is finished, after{this}");
        }

        ServeJoins();
    }

    private void Compare()
    {
        Assert.Equal(_jobs.Count, probe.Jobs.Count);
        Assert.Equal(_set.Count, probe.Count);
        Assert.Equal(_set.Count == 0, probe.IsEmpty);
        Assert.All(_joins, join => Assert.True(probe.IsWaiting(join), $"join {join} does not wait"));
        foreach (PlainJob job in _jobs)
        {
            GatedJob real = probe.Jobs[job.Number];
            string which = $"job {job.Number} after{this}";
            Assert.True(real.Starts == (job.IsStarted ? 1 : 0), $"{real.Starts} starts: {which}");
            Assert.True(real.Handle.IsFinished == job.IsEnded, $"IsFinished is {real.Handle.IsFinished}: {which}");
            Assert.True(real.IsTokenCanceled == (job.IsStarted && job.IsAborted), $"token cancelled is {real.IsTokenCanceled}: {which}");
        }
    }
}
