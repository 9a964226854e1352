namespace JoinSets.Benchmarks.Workloads;

/// <summary>One run of one workload by one contestant.</summary>
/// <param name="Elapsed">From the first spawn to the last result taken.</param>
/// <param name="Tasks">How many tasks that was.</param>
/// <param name="Throws">Exceptions thrown meanwhile in the process (counted in W5 only).</param>
internal readonly record struct Sample(TimeSpan Elapsed, long Tasks, long Throws)
{
    public double NanosecondsPerTask => Elapsed.TotalNanoseconds / Tasks;

    public double ThrowsPerTask => (double)Throws / Tasks;
}
