using System.Runtime.CompilerServices;

namespace JoinSets.Scheduling;

/// <summary>Asynchronous work that starts on the thread pool.</summary>
internal class AsyncEntry(Func<CancellationToken, Task> work, string? name) : JoinEntry(work, name, ExecutionContext.Capture())
{
    // The spawner's own queue first: what was just spawned is still in this core's cache. Idle threads steal from it.
    internal override void Dispatch() => PoolDispatch.Queue(this, preferLocal: true);

    // Not a cast: a Func<CancellationToken, Task<T>> is used through the variance of its result, and a cast of that kind is slow.
    protected override Task? Invoke(object work) => Unsafe.As<Func<CancellationToken, Task>>(work)(Token);
}
