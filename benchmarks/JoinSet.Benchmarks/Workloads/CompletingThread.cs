namespace JoinSets.Benchmarks.Workloads;

/// <summary>The "other thread" of W4: sleeps until a batch has started, then completes all of it.</summary>
/// <remarks>A thread of its own, made once, so that no sample pays for starting it.</remarks>
internal sealed class CompletingThread
{
    private readonly AutoResetEvent _hasBatch = new(initialState: false);
    private ParkedTasks? _batch;

    public CompletingThread() =>
        new Thread(Run) { IsBackground = true, Name = "completing thread" }.Start();

    /// <summary>Hands over a batch; its tasks complete once all of them have started.</summary>
    public void Watch(ParkedTasks batch)
    {
        _batch = batch;
        _hasBatch.Set();
    }

    private void Run()
    {
        while (true)
        {
            _hasBatch.WaitOne();
            var batch = _batch!;
            batch.AllStarted.WaitOne();
            batch.CompleteAll();
        }
    }
}
