namespace JoinSets.StressTests.Stress;

/// <summary>What both kinds of sets can do, for a test that does it to either.</summary>
internal abstract class StressTarget(StressLedger ledger) : IDisposable
{
    private readonly ConcurrentExclusiveSchedulerPair _schedulers = new();

    /// <summary>All ways to put a job with a name into the set.</summary>
    internal IReadOnlyList<Action<StressJob>> Ways =>
        [Spawn, SpawnWithState, SpawnOn, SpawnLocal, SpawnBlocking, SpawnBlockingWithState, Add];

    internal abstract int Count { get; }

    protected StressLedger Ledger => ledger;

    protected TaskScheduler Exclusive => _schedulers.ExclusiveScheduler;

    protected TaskScheduler Concurrent => _schedulers.ConcurrentScheduler;

    public abstract void Dispose();

    /// <returns>False when the set is empty.</returns>
    internal abstract Task<bool> JoinAsync();

    internal abstract void AbortAll();

    protected abstract void Spawn(StressJob job);

    protected abstract void SpawnWithState(StressJob job);

    protected abstract void SpawnOn(StressJob job);

    protected abstract AbortHandle SpawnLocalHere(StressJob job);

    protected abstract void SpawnBlocking(StressJob job);

    protected abstract void SpawnBlockingWithState(StressJob job);

    protected abstract void Add(StressJob job, Task<int> task);

    private void SpawnLocal(StressJob job) => job.Handle = Task.Factory
        .StartNew(() => SpawnLocalHere(job), CancellationToken.None, TaskCreationOptions.None, Exclusive).GetAwaiter().GetResult();

    // Aborting an added task abandons it, and what it then throws is its owner's to look at.
    private void Add(StressJob job)
    {
        Task<int> task = Task.Run(() => job.RunAsync(CancellationToken.None));
        task.ContinueWith(static ended => _ = ended.Exception, TaskScheduler.Default);
        Add(job, task);
    }
}
