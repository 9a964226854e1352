namespace JoinSets.Scheduling;

/// <summary>A task that somebody else started (Add). The set waits for it, and abandons the wait when it is aborted.</summary>
internal sealed class AddedEntry(Task task, string? name) : JoinEntry(null, name, context: null)
{
    private Task? _task = task;

    internal override bool IsOwned => false;

    internal override void Dispatch()
    {
        if (_task is not { } task)
        {
            return; // abandoned already
        }

        if (task.IsCompleted)
        {
            OnEnded(task);
            return;
        }

        // The token is this entry's own: cancelling it takes the continuation off a task that may never end.
        TaskEnd.Hook(task, static (ended, entry) => ((AddedEntry)entry!).OnEnded(ended), this, Token);
    }

    protected override Task? Invoke(object work) => throw new InvalidOperationException("An added task is not started here.");

    // At once and on this thread: nobody but the continuation above knows the token, so no user code runs.
    protected override void OnAbandoned()
    {
        _task = null;
        Cancel();
    }

    private void OnEnded(Task task)
    {
        _task = null;
        CompleteAdded(task);
    }
}
