namespace JoinSets;

public sealed partial class JoinSet<T>
{
    /// <summary>Asks every task in the set to stop. tokio: <c>abort_all</c>.</summary>
    /// <remarks>
    /// <para>Waits for nothing: the tasks stay in the set, and stop when they heed their tokens, all of which are cancelled when
    /// this returns. Join them, or call <see cref="ShutdownAsync"/>, which does both. Tasks that have not started never will.
    /// What is spawned afterwards is not touched.</para>
    /// <para>No cancellation callback runs on the caller's stack. Never throws, not even after Dispose.</para>
    /// </remarks>
    public void AbortAll()
    {
        _core.AbortAll();
        GC.KeepAlive(this);
    }

    /// <summary>Asks every task to stop and waits until all have: the set is empty afterwards. tokio: <c>shutdown</c>.</summary>
    /// <param name="cancellationToken">Cancels the wait: the tasks are aborted all the same, and stay in the set.</param>
    /// <remarks>
    /// The results are gone, failures included. What is spawned meanwhile starts aborted. After Dispose it does nothing. A task of the
    /// set must not await it: it would wait for itself.
    /// </remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task ShutdownAsync(CancellationToken cancellationToken = default) => _core.ShutdownAsync(this, cancellationToken);

    /// <summary>Forgets every task: the set is empty, and the tasks run on. tokio: <c>detach_all</c>.</summary>
    /// <remarks>
    /// Their handles still work, their failures are observed (no UnobservedTaskException), and those that wait for their turn
    /// (MaxConcurrency) keep it. Joins that wait are released with null. Never throws, not even after Dispose.
    /// </remarks>
    public void DetachAll()
    {
        _core.DetachAll();
        GC.KeepAlive(this);
    }

    /// <summary>Asks every task to stop and closes the set. Waits for nothing; the results are gone. tokio: dropping the set.</summary>
    /// <remarks>
    /// Joins that wait are released with null. Afterwards spawning and joining throw <see cref="ObjectDisposedException"/>; aborting, detaching,
    /// shutting down, counting and the handles stay harmless. May be called again. Never throws.
    /// </remarks>
    public void Dispose()
    {
        _core.Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks every task to stop, closes the set, and waits until all have stopped.</summary>
    /// <remarks>
    /// As <see cref="Dispose"/>, with the wait; after it, it still waits. Tasks joined by <c>Add</c> are not waited for, as they are not the set's to
    /// stop. Never throws for a task's failure. A task of the set must not await it: it would wait for itself.
    /// </remarks>
    /// <returns>A task that ends when every task of the set has stopped.</returns>
    public ValueTask DisposeAsync()
    {
        Task stopped = _core.CloseAsync();
        GC.SuppressFinalize(this);
        return new ValueTask(stopped);
    }
}
