namespace JoinSets.Benchmarks.Workloads;

/// <summary>
/// W4 and W6: tasks that wait, each on a source of its own. Once the last one has started, whoever listens to
/// <see cref="AllStarted"/> may complete the sources, in an order that no contestant knows.
/// </summary>
/// <remarks>
/// The sources complete inline, as I/O does: what a contestant does at a completion runs on the completing thread.
/// Thread-safe: every task touches its own source and the shared countdown.
/// </remarks>
internal sealed class ParkedTasks
{
    private readonly TaskCompletionSource<int>[] _sources;
    private readonly int[] _order;
    private readonly ManualResetEventSlim _allStarted = new(initialState: false, spinCount: 0);
    private int _notStarted;
    private int _next = -1;

    public ParkedTasks(int count)
    {
        _sources = new TaskCompletionSource<int>[count];
        _order = new int[count];
        _notStarted = count;
        for (var i = 0; i < count; i++)
        {
            _sources[i] = new TaskCompletionSource<int>();
            _order[i] = i;
        }

        // The same order for every contestant and every run.
#pragma warning disable CA5394 // A benchmark wants a repeatable order, not a secret one.
        new Random(12345).Shuffle(_order);
#pragma warning restore CA5394
    }

    public int Count => _sources.Length;

    public int NotStarted => Volatile.Read(ref _notStarted);

    /// <summary>Set when every task has reached its source.</summary>
    public WaitHandle AllStarted => _allStarted.WaitHandle;

    /// <summary>The job of task <paramref name="index"/>.</summary>
    public async Task<int> WaitAsync(int index)
    {
        if (Interlocked.Decrement(ref _notStarted) == 0)
        {
            _allStarted.Set();
        }

        return await _sources[index].Task;
    }

    /// <summary>The job of whichever task comes next: one delegate serves them all.</summary>
    public Task<int> WaitNextAsync() => WaitAsync(Interlocked.Increment(ref _next));

    public void Complete(int index) => _sources[index].SetResult(1);

    public void CompleteAll()
    {
        foreach (var index in _order)
        {
            _sources[index].SetResult(1);
        }
    }
}
