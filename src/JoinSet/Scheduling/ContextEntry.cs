namespace JoinSets.Scheduling;

/// <summary>Work that runs in a synchronization context (SpawnLocal), what follows its awaits included.</summary>
internal sealed class ContextEntry(SynchronizationContext context, Func<CancellationToken, Task> work, string? name) : RoutedEntry(work, name)
{
    protected override void Post() => context.Post(static entry => ((ContextEntry)entry!).RunInContext(), this);

    // Most contexts make themselves current while they run a callback; for one that does not, the awaits in the work
    // would leave it.
    private void RunInContext()
    {
        if (SynchronizationContext.Current is not null)
        {
            Run();
            return;
        }

        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
