namespace JoinSets.Scheduling;

/// <summary>Work that runs on a task scheduler (SpawnOn), what follows its awaits included.</summary>
internal sealed class SchedulerEntry(TaskScheduler scheduler, Func<CancellationToken, Task> work, string? name) : RoutedEntry(work, name)
{
    protected override void Post() => Task.Factory.StartNew(
        static entry => ((SchedulerEntry)entry!).Run(),
        this,
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        scheduler);
}
