using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace JoinSets.Completion;

/// <summary>
/// A join that waits. One is kept by the core and used again and again, so that a joiner which waits each time allocates nothing.
/// </summary>
/// <remarks>
/// <para>W1. <c>_state</c> and the links belong to the core's lock. Who moves the state from Waiting to Settled, under that lock,
/// alone calls <see cref="Complete"/>, outside it.</para>
/// <para>W2. While it waits it keeps the set itself alive (somebody awaits it); idle it does not, so that a dropped set is found by
/// the garbage collector.</para>
/// <para>W3. It goes back to the core only if its registration was removed before the callback ran (Unregister said true):
/// otherwise a late cancellation would strike the next join.</para>
/// <para>W4. The registration is made before the waiter is enqueued; nobody can complete it before its fields are written.</para>
/// </remarks>
internal abstract class JoinWaiter(JoinCore core) : IValueTaskSource<Joined>, IThreadPoolWorkItem
{
    private ManualResetValueTaskSourceCore<Joined> _source;
    private object? _set;
    private CancellationToken _token;
    private CancellationTokenRegistration _registration;
    private Joined _joined;
    private State _state;
    private bool _isReusable;

    private enum State : byte
    {
        Idle,
        Rented,
        Waiting,
        Settled,
        Canceled,
    }

    internal JoinWaiter? Next { get; set; }

    internal JoinWaiter? Previous { get; set; }

    internal short Version => _source.Version;

    internal bool IsWaitingLocked => _state == State.Waiting;

    internal bool IsCancelableLocked => _state is State.Rented or State.Waiting;

    internal bool IsCanceledLocked => _state == State.Canceled;

    internal void RentLocked(object set)
    {
        Debug.Assert(_state == State.Idle, "a waiter serves one join at a time");
        _set = set;
        _state = State.Rented;
    }

    internal void MarkWaitingLocked() => _state = State.Waiting;

    internal void SettleLocked(Joined joined)
    {
        _joined = joined;
        _state = State.Settled;
    }

    internal void CancelLocked() => _state = State.Canceled;

    /// <summary>Lets the token cancel this join. The callback may run before this returns.</summary>
    internal void Watch(CancellationToken cancellationToken)
    {
        _token = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static state => ((JoinWaiter)state!).OnCanceled(), this);
    }

    /// <summary>Gives back a waiter that was not needed after all.</summary>
    internal void GiveBack()
    {
        Detach();
        Recycle();
    }

    /// <summary>Releases the joiner, its continuation running on this thread: only on a thread of the pool, never under the lock.</summary>
    internal void Complete()
    {
        bool isCanceled = _state == State.Canceled;
        Joined joined = _joined;
        CancellationToken token = _token;
        Detach();
        if (isCanceled)
        {
            _source.SetException(new OperationCanceledException(token));
            return;
        }

        _source.SetResult(joined);
    }

    void IThreadPoolWorkItem.Execute() => Complete();

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);

    public Joined GetResult(short token)
    {
        Joined joined = _source.GetResult(token); // throws where the join was cancelled; that waiter is not used again
        Recycle();
        return joined;
    }

    private void OnCanceled() => core.CancelJoin(this);

    private void Detach()
    {
        // Unregister, not Dispose: Dispose waits for a callback that runs, and the callback may be the caller.
        _isReusable = !_token.CanBeCanceled || _registration.Unregister();
        _set = null;
        _token = default;
        _registration = default;
        _joined = default;
    }

    private void Recycle()
    {
        if (!_isReusable)
        {
            return;
        }

        _source.Reset();
        _state = State.Idle;
        core.Return(this);
    }
}
