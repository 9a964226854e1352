using System.Runtime.CompilerServices;

namespace JoinSets.Scheduling;

/// <summary>Asynchronous work with an argument: the delegate can be static, so that a spawn makes no closure.</summary>
internal sealed class AsyncEntry<TState>(Func<TState, CancellationToken, Task> work, TState state, string? name)
    : JoinEntry(work, name, ExecutionContext.Capture())
{
    private TState _state = state;

    internal override void Dispatch() => PoolDispatch.Queue(this, preferLocal: true);

    protected override Task? Invoke(object work)
    {
        TState state = _state;
        _state = default!; // a handle that is kept must not keep the argument
        return Unsafe.As<Func<TState, CancellationToken, Task>>(work)(state, Token);
    }

    protected override void OnAbandoned() => _state = default!;
}
