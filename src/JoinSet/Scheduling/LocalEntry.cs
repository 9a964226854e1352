namespace JoinSets.Scheduling;

/// <summary>Finds out where "local" is for SpawnLocal.</summary>
internal static class LocalEntry
{
    /// <exception cref="InvalidOperationException">The caller runs neither in a context nor on a scheduler of its own.</exception>
    internal static JoinEntry Create(Func<CancellationToken, Task> work, string? name)
    {
        // As an await decides it: the context first, then the scheduler. A plain SynchronizationContext posts to the pool.
        if (SynchronizationContext.Current is { } context && context.GetType() != typeof(SynchronizationContext))
        {
            return new ContextEntry(context, work, name);
        }

        if (TaskScheduler.Current != TaskScheduler.Default)
        {
            return new SchedulerEntry(TaskScheduler.Current, work, name);
        }

        throw new InvalidOperationException(
            "SpawnLocal runs the work where it is called from, but here there is neither a SynchronizationContext nor a TaskScheduler " +
            "of its own: this is the thread pool or a plain thread. Call it from a UI thread or from inside a single-threaded context, " +
            "or use Spawn (thread pool) or SpawnOn (a scheduler that you name).");
    }
}
