namespace JoinSets.Tests.Support;

/// <summary>A scheduler that throws whenever it is given work.</summary>
internal sealed class RefusingScheduler(Exception refusal) : TaskScheduler
{
    protected override void QueueTask(Task task) => throw refusal;

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
