namespace JoinSets;

public sealed partial class JoinSet<T>
{
    /// <summary>Starts asynchronous work on the thread pool and takes it into the set. tokio: <c>spawn</c>.</summary>
    /// <param name="work">
    /// The work. The token it is given is cancelled when the task is aborted. Whatever it throws, returning null included, becomes the
    /// task's result.
    /// </param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <returns>The handle that aborts this task; it need not be kept.</returns>
    /// <remarks>
    /// The work starts at once, never on the caller's stack. The ExecutionContext (AsyncLocal values, Activity.Current) flows into it;
    /// the SynchronizationContext does not.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public AbortHandle Spawn(Func<CancellationToken, Task<T>> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new AsyncEntry(work, name));
    }

    /// <summary>As <see cref="Spawn(Func{CancellationToken, Task{T}}, string?)"/>, with an argument, so that the delegate need capture nothing.</summary>
    /// <typeparam name="TState">What the work is given besides its token.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="state">What is passed to the work; the set lets go of it when the work starts.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <inheritdoc cref="Spawn(Func{CancellationToken, Task{T}}, string?)" path="/returns|/remarks|/exception"/>
    public AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task<T>> work, TState state, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new AsyncEntry<TState>(work, state, name));
    }

    /// <summary>Starts asynchronous work on a scheduler of your choice. tokio: <c>spawn_on</c>.</summary>
    /// <param name="scheduler">Where the work runs, what follows its awaits included.</param>
    /// <param name="work">The work.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <returns>The handle that aborts this task; it need not be kept.</returns>
    /// <remarks>A scheduler that throws when it is given the work makes the task a failed one; this method does not throw for it.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="scheduler"/> or <paramref name="work"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task<T>> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new SchedulerEntry(scheduler, work, name));
    }

    /// <summary>
    /// Starts asynchronous work in the caller's own SynchronizationContext, or on its own TaskScheduler: on the UI thread, if that is
    /// who calls. tokio: <c>spawn_local</c>.
    /// </summary>
    /// <param name="work">The work. It is posted, and so starts after the caller has returned to its context.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <returns>The handle that aborts this task; it need not be kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    /// <exception cref="InvalidOperationException">
    /// The caller has neither: it runs on the thread pool or a plain thread. A plain <c>new SynchronizationContext()</c> counts as none.
    /// </exception>
    public AbortHandle SpawnLocal(Func<CancellationToken, Task<T>> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfDisposed();
        return Insert(LocalEntry.Create(work, name));
    }

    /// <summary>
    /// Starts work that blocks (files, locks, long computations) on a thread of its own, so that the pool is not starved.
    /// tokio: <c>spawn_blocking</c>.
    /// </summary>
    /// <param name="work">The work. An abort before it starts means that it never does; one that comes later reaches it by its token only.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <returns>The handle that aborts this task; it need not be kept.</returns>
    /// <remarks>
    /// The process has at most 512 such threads (tokio's number); what is more waits. A thread ends when it has been idle for 10 seconds.
    /// They are background threads: they do not keep the process alive.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public AbortHandle SpawnBlocking(Func<CancellationToken, T> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new BlockingEntry<Func<CancellationToken, T>>(work, static (run, token) => Task.FromResult(run(token)), name));
    }

    /// <summary>As <see cref="SpawnBlocking(Func{CancellationToken, T}, string?)"/>, with an argument, so that the delegate need capture nothing.</summary>
    /// <typeparam name="TState">What the work is given besides its token.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="state">What is passed to the work; the set lets go of it when the work starts.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <inheritdoc cref="SpawnBlocking(Func{CancellationToken, T}, string?)" path="/returns|/remarks|/exception"/>
    public AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, T> work, TState state, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new BlockingEntry<(Func<TState, CancellationToken, T> Run, TState State)>(
            (work, state), static (job, token) => Task.FromResult(job.Run(job.State, token)), name));
    }

    /// <summary>Spawns one task for each item. tokio: <c>extend</c>, <c>collect</c>.</summary>
    /// <typeparam name="TItem">What each task is given.</typeparam>
    /// <param name="items">Enumerated once, on the caller's thread, each task starting as its item comes.</param>
    /// <param name="work">The work for one item; see <see cref="Spawn(Func{CancellationToken, Task{T}}, string?)"/>.</param>
    /// <remarks>If the sequence throws, so does this method; the tasks that were spawned by then stay in the set.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="work"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed, before or meanwhile.</exception>
    public void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfDisposed();
        foreach (TItem item in items)
        {
            Insert(new AsyncEntry<TItem>(work, item, name: null));
        }
    }

    /// <summary>Joins a task that somebody else started.</summary>
    /// <param name="task">The task. It stays its owner's: nothing the set does stops it.</param>
    /// <param name="name">What to call the task in results, errors and logs.</param>
    /// <returns>The handle that abandons the wait for this task; it need not be kept.</returns>
    /// <remarks>
    /// Aborting it abandons the wait at once: it is joined as canceled, and the task runs on with nothing of the set left on it. It takes
    /// no slot of MaxConcurrency, and <see cref="DisposeAsync"/> does not wait for it.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="task"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The set was disposed.</exception>
    public AbortHandle Add(Task<T> task, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Insert(new AddedEntry(task, name));
    }

    private AbortHandle Insert(JoinEntry entry)
    {
        bool isInserted = _core.TryInsert(entry);
        GC.KeepAlive(this); // in `new JoinSet<int>().Spawn(…)` this call is all that holds the set
        ObjectDisposedException.ThrowIf(!isInserted, this);
        return new AbortHandle(entry);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_core.IsClosed, this);
}
