using System.Runtime.CompilerServices;

namespace JoinSets.Tests.Support;

/// <summary>JoinSet as an <see cref="AnySet"/>.</summary>
internal sealed class PlainSet(JoinSet set) : AnySet
{
    internal override int Count => set.Count;

    internal override bool IsEmpty => set.IsEmpty;

    internal override WeakReference Weak => new(set);

    internal override AbortHandle Spawn(Func<CancellationToken, Task<int>> work, string? name = null) => set.Spawn(work, name);

    internal override AbortHandle Spawn<TState>(Func<TState, CancellationToken, Task<int>> work, TState state, string? name = null)
        => set.Spawn(work, state, name);

    internal override AbortHandle SpawnOn(TaskScheduler scheduler, Func<CancellationToken, Task<int>> work, string? name = null)
        => set.SpawnOn(scheduler, work, name);

    internal override AbortHandle SpawnLocal(Func<CancellationToken, Task<int>> work, string? name = null) => set.SpawnLocal(work, name);

    internal override AbortHandle SpawnBlocking(Func<CancellationToken, int> work, string? name = null)
        => set.SpawnBlocking(token => { _ = work(token); }, name);

    internal override AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, int> work, TState state, string? name = null)
        => set.SpawnBlocking((given, token) => { _ = work(given, token); }, state, name);

    internal override void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<int>> work)
        => set.SpawnEach(items, work);

    internal override AbortHandle Add(Task<int> task, string? name = null) => set.Add(task, name);

    internal override async Task<AnyResult?> JoinNextAsync(CancellationToken cancellationToken = default)
        => await set.JoinNextAsync(cancellationToken) is { } result ? AnyResult.Of(result) : null;

    internal override AnyResult? TryJoinNext() => set.TryJoinNext(out JoinResult result) ? AnyResult.Of(result) : null;

    internal override Task JoinAllAsync(CancellationToken cancellationToken = default) => set.JoinAllAsync(cancellationToken);

    internal override async IAsyncEnumerable<AnyResult> Enumerate()
    {
        await foreach (JoinResult result in set)
        {
            yield return AnyResult.Of(result);
        }
    }

    internal override async IAsyncEnumerable<AnyResult> JoinEachAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (JoinResult result in set.JoinEachAsync(cancellationToken))
        {
            yield return AnyResult.Of(result);
        }
    }

    internal override void AbortAll() => set.AbortAll();

    internal override Task ShutdownAsync(CancellationToken cancellationToken = default) => set.ShutdownAsync(cancellationToken);

    internal override void DetachAll() => set.DetachAll();

    internal override void Dispose() => set.Dispose();

    internal override Task DisposeAsync() => set.DisposeAsync().AsTask();

    public override string ToString() => set.ToString();
}
