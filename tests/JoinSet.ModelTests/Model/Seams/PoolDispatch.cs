namespace JoinSets.Scheduling;

/// <summary>
/// The pool of the model: every work item is a thread that Coyote schedules. As on the real pool, an exception that escapes is
/// the end: Coyote reports it.
/// </summary>
internal static class PoolDispatch
{
    internal static void Queue(IThreadPoolWorkItem item, bool preferLocal) => new Thread(item.Execute).Start();
}
