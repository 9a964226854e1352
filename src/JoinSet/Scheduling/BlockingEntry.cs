namespace JoinSets.Scheduling;

/// <summary>Work that blocks its thread (SpawnBlocking), so it gets one that is not of the pool.</summary>
/// <param name="work">The user's delegate, and its argument if it has one.</param>
/// <param name="run">Calls the user's delegate with its argument and makes a task of what it gives.</param>
/// <param name="name">What the task is called.</param>
internal sealed class BlockingEntry<TWork>(TWork work, Func<TWork, CancellationToken, Task> run, string? name)
    : JoinEntry(run, name, ExecutionContext.Capture())
{
    private TWork _work = work;

    internal override void Dispatch() => BlockingThreads.Shared.Queue(this);

    internal override void HandOver() => Dispatch();

    protected override Task? Invoke(object run)
    {
        TWork work = _work;
        _work = default!;
        try
        {
            return ((Func<TWork, CancellationToken, Task>)run)(work, Token);
        }
        finally
        {
            BlockingThreads.ForgetInterrupt();
        }
    }

    protected override void OnAbandoned() => _work = default!;
}
