namespace JoinSets.Scheduling;

/// <summary>Asynchronous work that runs where the user says.</summary>
internal abstract class RoutedEntry(Func<CancellationToken, Task> work, string? name) : AsyncEntry(work, name)
{
    internal sealed override void Dispatch()
    {
        try
        {
            Post();
        }
#pragma warning disable CA1031 // it is the user's scheduler or context that throws: the task's result, not the spawner's problem
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }
    }

    /// <summary>Gives <see cref="JoinEntry.Run"/> to the scheduler or context.</summary>
    protected abstract void Post();

    // Handed over by a task that ended: Post is user code, so it gets a thread of the pool.
    protected sealed override void OnPoolThread() => Dispatch();

    // An awaiter's continuation is queued, not run, where the task ends under a context or scheduler, and the order of
    // completion would be lost; a continuation task that runs synchronously is not.
    protected sealed override void Hook(Task task)
        => TaskEnd.Hook(task, static (_, entry) => ((RoutedEntry)entry!).OnTaskEnded(), this, CancellationToken.None);
}
