namespace JoinSets.StressTests.Stress;

/// <summary>A set whose tasks give values.</summary>
internal sealed class ValueTarget(StressLedger ledger) : StressTarget(ledger)
{
    private readonly JoinSet<int> _set = new();

    internal override int Count => _set.Count;

    public override void Dispose() => _set.Dispose();

    internal override async Task<bool> JoinAsync()
    {
        JoinResult<int>? result = await _set.JoinNextAsync().ConfigureAwait(false);
        if (result is { } joined)
        {
            Ledger.Deliver(joined);
        }

        return result is not null;
    }

    internal override void AbortAll() => _set.AbortAll();

    protected override void Spawn(StressJob job) => job.Handle = _set.Spawn(job.RunAsync, job.Name);

    protected override void SpawnWithState(StressJob job)
        => job.Handle = _set.Spawn(static (job, token) => job.RunAsync(token), job, job.Name);

    protected override void SpawnOn(StressJob job) => job.Handle = _set.SpawnOn(Concurrent, job.RunAsync, job.Name);

    protected override AbortHandle SpawnLocalHere(StressJob job) => _set.SpawnLocal(job.RunAsync, job.Name);

    protected override void SpawnBlocking(StressJob job) => job.Handle = _set.SpawnBlocking(job.RunBlocking, job.Name);

    protected override void SpawnBlockingWithState(StressJob job)
        => job.Handle = _set.SpawnBlocking(static (job, token) => job.RunBlocking(token), job, job.Name);

    protected override void Add(StressJob job, Task<int> task) => job.Handle = _set.Add(task, job.Name);
}
