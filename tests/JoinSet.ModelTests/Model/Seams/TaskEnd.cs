namespace JoinSets.Scheduling;

/// <summary>Continuations of the model. Coyote controls an await, and knows nothing of ContinueWith.</summary>
internal static class TaskEnd
{
    internal static void Hook(Task task, Action<Task, object?> onEnded, object state, CancellationToken cancellationToken)
        => task.GetAwaiter().UnsafeOnCompleted(() =>
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                onEnded(task, state);
            }
        });
}
