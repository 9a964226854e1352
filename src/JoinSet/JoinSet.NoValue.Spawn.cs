namespace JoinSets;

public sealed partial class JoinSet
{
    /// <inheritdoc cref="JoinSet{T}.Spawn(Func{CancellationToken, Task{T}}, string?)"/>
    public AbortHandle Spawn(Func<CancellationToken, Task> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new AsyncEntry(work, name));
    }

    /// <inheritdoc cref="JoinSet{T}.Spawn{TState}(Func{TState, CancellationToken, Task{T}}, TState, string?)"/>
    public AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task> work, TState state, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new AsyncEntry<TState>(work, state, name));
    }

    /// <inheritdoc cref="JoinSet{T}.SpawnOn"/>
    public AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new SchedulerEntry(scheduler, work, name));
    }

    /// <inheritdoc cref="JoinSet{T}.SpawnLocal"/>
    public AbortHandle SpawnLocal(Func<CancellationToken, Task> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfDisposed();
        return Insert(LocalEntry.Create(work, name));
    }

    /// <inheritdoc cref="JoinSet{T}.SpawnBlocking(Func{CancellationToken, T}, string?)"/>
    public AbortHandle SpawnBlocking(Action<CancellationToken> work, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new BlockingEntry<Action<CancellationToken>>(work, Run, name));

        static Task Run(Action<CancellationToken> run, CancellationToken token)
        {
            run(token);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="JoinSet{T}.SpawnBlocking{TState}(Func{TState, CancellationToken, T}, TState, string?)"/>
    public AbortHandle SpawnBlocking<TState>(Action<TState, CancellationToken> work, TState state, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Insert(new BlockingEntry<(Action<TState, CancellationToken> Run, TState State)>((work, state), Run, name));

        static Task Run((Action<TState, CancellationToken> Run, TState State) job, CancellationToken token)
        {
            job.Run(job.State, token);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="JoinSet{T}.SpawnEach"/>
    public void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfDisposed();
        foreach (TItem item in items)
        {
            Insert(new AsyncEntry<TItem>(work, item, name: null));
        }
    }

    /// <inheritdoc cref="JoinSet{T}.Add"/>
    public AbortHandle Add(Task task, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Insert(new AddedEntry(task, name));
    }

    private AbortHandle Insert(JoinEntry entry)
    {
        bool isInserted = _core.TryInsert(entry);
        GC.KeepAlive(this); // in `new JoinSet().Spawn(…)` this call is all that holds the set
        ObjectDisposedException.ThrowIf(!isInserted, this);
        return new AbortHandle(entry);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_core.IsClosed, this);
}
