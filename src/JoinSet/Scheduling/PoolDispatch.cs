namespace JoinSets.Scheduling;

/// <summary>The one place that gives work to the thread pool. The model checker builds the library with its own.</summary>
internal static class PoolDispatch
{
    internal static void Queue(IThreadPoolWorkItem item, bool preferLocal) => ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal);
}
