namespace JoinSets.Tests.Support;

/// <summary>
/// Either set, with the members of both under one name. Work is handed through untouched (a Task&lt;int&gt; is a Task), and what
/// the members throw, they throw here too.
/// </summary>
internal abstract class AnySet : IAsyncDisposable, IDisposable
{
    internal abstract int Count { get; }

    internal abstract bool IsEmpty { get; }

    internal static AnySet Create(Face face, CancellationToken parent = default) => Create(face, new JoinSetOptions { CancellationToken = parent });

    internal static AnySet Create(Face face, JoinSetOptions options)
        => face is Face.Values ? new ValuedSet(new JoinSet<int>(options)) : new PlainSet(new JoinSet(options));

    /// <summary>The set itself, for a test that wants to know whether it is still alive.</summary>
    internal abstract WeakReference Weak { get; }

    internal static AnySet Bounded(Face face, int maxConcurrency) => Create(face, new JoinSetOptions { MaxConcurrency = maxConcurrency });

    internal abstract AbortHandle Spawn(Func<CancellationToken, Task<int>> work, string? name = null);

    internal abstract AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task<int>> work, TState state, string? name = null);

    internal abstract AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task<int>> work, string? name = null);

    internal abstract AbortHandle SpawnLocal(Func<CancellationToken, Task<int>> work, string? name = null);

    internal abstract AbortHandle SpawnBlocking(Func<CancellationToken, int> work, string? name = null);

    internal abstract AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, int> work, TState state, string? name = null);

    internal abstract void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<int>> work);

    internal abstract AbortHandle Add(Task<int> task, string? name = null);

    internal abstract Task<AnyResult?> JoinNextAsync(CancellationToken cancellationToken = default);

    internal abstract bool TryJoinNext(out AnyResult result);

    /// <summary>The very task that the set returned; a Task&lt;int[]&gt; where the set has values.</summary>
    internal abstract Task JoinAllAsync(CancellationToken cancellationToken = default);

    /// <summary>GetAsyncEnumerator: what `await foreach (var result in set)` calls.</summary>
    public abstract IAsyncEnumerator<AnyResult> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    internal abstract IAsyncEnumerable<AnyResult> JoinEachAsync(CancellationToken cancellationToken = default);

    /// <summary>Joins; the continuation is the raw one of the ValueTask, and runs where the set runs it.</summary>
    internal abstract void JoinThen(Action continuation, CancellationToken cancellationToken = default);

    internal abstract void AbortAll();

    internal abstract Task ShutdownAsync(CancellationToken cancellationToken = default);

    internal abstract void DetachAll();

    public abstract void Dispose();

    internal abstract Task DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    /// <summary>The result of a task that has finished; null when there is none.</summary>
    internal AnyResult? TryJoinNext() => TryJoinNext(out AnyResult result) ? result : null;

    /// <summary>An await foreach over the set, as a value.</summary>
    internal async IAsyncEnumerable<AnyResult> Enumerate()
    {
        await foreach (AnyResult result in this)
        {
            yield return result;
        }
    }

    /// <summary>Joins what must be there.</summary>
    internal async Task<AnyResult> JoinOne() => await JoinNextAsync().InTime() ?? throw new InvalidOperationException("The set was empty.");

    /// <summary>Joins until the set is empty.</summary>
    internal async Task<List<AnyResult>> DrainAsync()
    {
        var results = new List<AnyResult>();
        while (await JoinNextAsync().InTime() is { } result)
        {
            results.Add(result);
        }

        return results;
    }
}
