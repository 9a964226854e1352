namespace JoinSets.Tests.Support;

/// <summary>A scheduler that takes nothing.</summary>
internal sealed class ThrowingScheduler : TaskScheduler
{
    protected override void QueueTask(Task task) => throw new MarkedException("this scheduler takes nothing");

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
