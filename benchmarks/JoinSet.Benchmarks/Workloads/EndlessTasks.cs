namespace JoinSets.Benchmarks.Workloads;

/// <summary>W5: tasks that end only when they are aborted.</summary>
/// <remarks>Nothing may be aborted before <see cref="AllStarted"/>: a task that never ran is not the work this measures.</remarks>
internal sealed class EndlessTasks(int count)
{
    private readonly TaskCompletionSource _allStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _notStarted = count;

    public int Count { get; } = count;

    public Task AllStarted => _allStarted.Task;

    /// <summary>The job of every task.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref _notStarted) == 0)
        {
            _allStarted.SetResult();
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
