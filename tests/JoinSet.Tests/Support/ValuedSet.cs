using System.Runtime.CompilerServices;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>The set whose tasks give a value.</summary>
internal sealed class ValuedSet(JoinSet<int> set) : AnySet
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

    internal override AbortHandle SpawnBlocking(Func<CancellationToken, int> work, string? name = null) => set.SpawnBlocking(work, name);

    internal override AbortHandle SpawnBlocking<TState>(Func<TState, CancellationToken, int> work, TState state, string? name = null)
        => set.SpawnBlocking(work, state, name);

    internal override void SpawnEach<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<int>> work) => set.SpawnEach(items, work);

    internal override AbortHandle Add(Task<int> task, string? name = null) => set.Add(task, name);

    internal override Task<AnyResult?> JoinNextAsync(CancellationToken cancellationToken = default)
        => Read(set.JoinNextAsync(cancellationToken));

    internal override bool TryJoinNext(out AnyResult result)
    {
        bool isJoined = set.TryJoinNext(out JoinResult<int> joined);
        result = AnyResult.Of(joined);
        return isJoined;
    }

    internal override Task JoinAllAsync(CancellationToken cancellationToken = default) => set.JoinAllAsync(cancellationToken);

    public override IAsyncEnumerator<AnyResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Read(set.GetAsyncEnumerator(cancellationToken));

    internal override IAsyncEnumerable<AnyResult> JoinEachAsync(CancellationToken cancellationToken = default)
        => Read(set.JoinEachAsync(cancellationToken), CancellationToken.None);

    internal override void JoinThen(Action continuation, CancellationToken cancellationToken = default)
    {
#pragma warning disable CA2012 // the one awaiter of this join is used here
        var join = set.JoinNextAsync(cancellationToken).ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
        Assert.False(join.IsCompleted, "the join was to wait");
        join.UnsafeOnCompleted(continuation);
    }

    internal override void AbortAll() => set.AbortAll();

    internal override Task ShutdownAsync(CancellationToken cancellationToken = default) => set.ShutdownAsync(cancellationToken);

    internal override void DetachAll() => set.DetachAll();

    public override void Dispose() => set.Dispose();

    internal override Task DisposeAsync() => set.DisposeAsync().AsTask();

    public override string ToString() => set.ToString();

    private static async Task<AnyResult?> Read(ValueTask<JoinResult<int>?> join)
        => await join.ConfigureAwait(false) is { } result ? AnyResult.Of(result) : null;

    private static async IAsyncEnumerator<AnyResult> Read(IAsyncEnumerator<JoinResult<int>> results)
    {
        await using (results.ConfigureAwait(false))
        {
            while (await results.MoveNextAsync().ConfigureAwait(false))
            {
                yield return AnyResult.Of(results.Current);
            }
        }
    }

    private static async IAsyncEnumerable<AnyResult> Read(
        IAsyncEnumerable<JoinResult<int>> results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JoinResult<int> result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return AnyResult.Of(result);
        }
    }
}
