namespace JoinSets.Scheduling;

/// <summary>The one place that gives work to the thread pool. The model checker builds the library with its own.</summary>
internal static class PoolDispatch
{
    internal static void Queue(IThreadPoolWorkItem item, bool preferLocal)
    {
        try
        {
            ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal);
        }
        catch (ThreadInterruptedException)
        {
            QueueAgain(item, preferLocal);
        }
    }

    // Somebody interrupts this thread, and that strikes where the pool's queue waits for its lock: the item is not in there yet. Who
    // waits for it must not wait for ever, and the interrupt belongs to whatever this thread blocks in next.
    private static void QueueAgain(IThreadPoolWorkItem item, bool preferLocal)
    {
        Queue(item, preferLocal);
        Thread.CurrentThread.Interrupt();
    }
}
