using System.Runtime.CompilerServices;

namespace JoinSets;

public sealed partial class JoinSet<T>
{
    /// <summary>Gives the result of the next task to finish, waiting for it if need be. tokio: <c>join_next</c>.</summary>
    /// <param name="cancellationToken">Cancels the wait, and neither a task nor a result: the next join gets what this one would have got.</param>
    /// <returns>
    /// The result, in the order of completion; null when nothing is left in the set. A set that becomes empty while somebody waits, or is
    /// disposed, gives null too. An emptied set can be filled again.
    /// </returns>
    /// <remarks>
    /// A failed task does not make this method throw: the failure is in the result. Several may join at once; they are served in turn,
    /// each result going to one of them. A continuation never runs on the thread that completed the task. The ValueTask is to be
    /// awaited once, as every ValueTask.
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The set was disposed before the call.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<JoinResult<T>?> JoinNextAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (cancellationToken.IsCancellationRequested)
        {
            return CanceledJoin(cancellationToken);
        }

        JoinWaiter? waiter = _core.Join(this, cancellationToken, out Joined joined);
        if (waiter is not null)
        {
            return new(Unsafe.As<JoinWaiter<JoinResult<T>>>(waiter), waiter.Version);
        }

        GC.KeepAlive(this);
        ObjectDisposedException.ThrowIf(joined.IsClosed, this);
        return new(joined.Entry is { } entry ? JoinResult<T>.Of(entry) : null);
    }

    /// <summary>Gives the result of a task that has finished already. Never waits. tokio: <c>try_join_next</c>.</summary>
    /// <param name="result">The result of the task that finished first; <c>default</c> when there is none.</param>
    /// <returns>False when none has finished yet, or the set is empty: <see cref="IsEmpty"/> tells which.</returns>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public bool TryJoinNext(out JoinResult<T> result)
    {
        ThrowIfDisposed();
        JoinEntry? entry = _core.TryJoin();
        GC.KeepAlive(this);
        result = entry is null ? default : JoinResult<T>.Of(entry);
        return entry is not null;
    }

    /// <summary>
    /// Waits for all tasks and gives their values in the order of completion. At the first failure it aborts the rest. tokio:
    /// <c>join_all</c>.
    /// </summary>
    /// <param name="cancellationToken">Cancelling it aborts all that is left, waits until it has stopped, and then throws.</param>
    /// <returns>
    /// The values. Where a task failed, the returned task fails after all others have stopped: awaiting it throws the first failure, and
    /// its <see cref="Task.Exception"/> holds every one, without the cancellations that it caused itself. Where tasks were only
    /// aborted, by somebody else, it is canceled.
    /// </returns>
    /// <remarks>The set is empty afterwards in every case. What is spawned while the rest is being aborted starts aborted.</remarks>
    /// <exception cref="ObjectDisposedException">The set was disposed, before the call or while it waited.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<T[]> JoinAllAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return new FailFastJoin<T>(_core, this, JoinResult<T>.ValueOf).RunAsync(cancellationToken);
    }

    /// <summary>Lets <c>await foreach (var result in set)</c> join until the set is empty.</summary>
    /// <param name="cancellationToken">As in <see cref="JoinNextAsync"/>.</param>
    /// <returns>The results in the order of completion. Leaving the loop early leaves the rest in the set.</returns>
    /// <remarks>
    /// The set is not itself an IAsyncEnumerable: one that is also IAsyncDisposable would make <c>set.ConfigureAwait(false)</c> ambiguous.
    /// Use <see cref="JoinEachAsync"/> where one is wanted.
    /// </remarks>
    public IAsyncEnumerator<JoinResult<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => JoinEachAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    /// <summary>Joins until the set is empty, as a sequence: for ConfigureAwait, WithCancellation and LINQ.</summary>
    /// <param name="cancellationToken">As in <see cref="JoinNextAsync"/>.</param>
    /// <returns>The results in the order of completion. Leaving the loop early leaves the rest in the set.</returns>
    /// <exception cref="ObjectDisposedException">Thrown by the enumeration: the set was disposed.</exception>
    /// <exception cref="OperationCanceledException">Thrown by the enumeration: the token was cancelled.</exception>
    public async IAsyncEnumerable<JoinResult<T>> JoinEachAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await JoinNextAsync(cancellationToken).ConfigureAwait(false) is { } result)
        {
            yield return result;
        }
    }

    // An async method, because that is how a task becomes canceled by an exception of exactly this type.
    private static async ValueTask<JoinResult<T>?> CanceledJoin(CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }
}
