namespace JoinSets.Scheduling;

/// <summary>
/// The one place that hangs a continuation on a task, to run where the task ends. The model checker builds the library with its own.
/// </summary>
internal static class TaskEnd
{
    /// <param name="task">The task to wait for.</param>
    /// <param name="onEnded">Called with the task and the state, on the thread that ends the task.</param>
    /// <param name="state">What the callback needs, so that it can be static.</param>
    /// <param name="cancellationToken">Cancelling it takes the callback off a task that may never end.</param>
    internal static void Hook(Task task, Action<Task, object?> onEnded, object state, CancellationToken cancellationToken)
        => task.ContinueWith(
            onEnded,
            state,
            cancellationToken,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
            TaskScheduler.Default);
}
