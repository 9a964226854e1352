namespace JoinSets.Tests.Support;

/// <summary>A scheduler that runs each task on the stack of whoever gives it: the rudest one that is still correct.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    private int _given;

    /// <summary>How many tasks it was given.</summary>
    internal int Given => Volatile.Read(ref _given);

    protected override void QueueTask(Task task)
    {
        Interlocked.Increment(ref _given);
        TryExecuteTask(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
