namespace JoinSets.Tests.Support;

/// <summary>A scheduler that takes everything and runs nothing.</summary>
internal sealed class StalledScheduler : TaskScheduler
{
    protected override void QueueTask(Task task)
    {
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
