namespace JoinSets.Tests.Support;

/// <summary>
/// Either face of the set behind one surface, so that a fact that holds for both is written once. Every member does nothing but
/// call its namesake. Work that fits both faces returns a Task&lt;int&gt;.
/// </summary>
internal abstract class AnySet
{
    internal abstract int Count { get; }

    internal abstract bool IsEmpty { get; }

    /// <summary>The set itself, for a test that wants to know whether it is still alive.</summary>
    internal abstract WeakReference Weak { get; }

    internal static AnySet Create(Face face) => face == Face.Values ? new ValueSet(new()) : new PlainSet(new());

    internal static AnySet Create(Face face, CancellationToken parent)
        => face == Face.Values ? new ValueSet(new(parent)) : new PlainSet(new(parent));

    internal static AnySet Create(Face face, JoinSetOptions options)
        => face == Face.Values ? new ValueSet(new(options)) : new PlainSet(new(options));

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

    internal abstract AnyResult? TryJoinNext();

    internal abstract Task JoinAllAsync(CancellationToken cancellationToken = default);

    /// <summary>The set in an await foreach, by its GetAsyncEnumerator.</summary>
    internal abstract IAsyncEnumerable<AnyResult> Enumerate();

    internal abstract IAsyncEnumerable<AnyResult> JoinEachAsync(CancellationToken cancellationToken = default);

    internal abstract void AbortAll();

    internal abstract Task ShutdownAsync(CancellationToken cancellationToken = default);

    internal abstract void DetachAll();

    internal abstract void Dispose();

    internal abstract Task DisposeAsync();

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
