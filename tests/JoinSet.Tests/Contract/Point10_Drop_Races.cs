using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10 under races: when DisposeAsync is done nothing of the set's own runs any more, whatever went on meanwhile.</summary>
public sealed class Point10_Drop_Races
{
    private const int Iterations = 300;

    private int _running;

    [Theory, BothFaces]
    public async Task DisposeAsync_TasksEndingAllTheWhile_NothingRunsAfterwards(Face face)
    {
        for (int i = 0; i < Iterations; i++)
        {
            AnySet set = AnySet.Create(face);
            set.SpawnEach(Enumerable.Range(0, 8), RunForAWhileAsync);
            for (int yields = 0; yields < i % 4; yields++)
            {
                await Task.Yield();
            }

            await set.DisposeAsync().InTime();

            Assert.Equal(0, Volatile.Read(ref _running));
        }
    }

    [Theory, BothFaces]
    public async Task DisposeAsync_SpawnsAllTheWhile_NothingRunsAfterwards(Face face)
    {
        for (int i = 0; i < Iterations; i++)
        {
            AnySet set = i % 2 == 0 ? AnySet.Create(face) : AnySet.Bounded(face, 2);
            var spawned = new Signal();
            Task spawning = Task.Run(() => SpawnUntilDisposed(set, spawned));
            await spawned.Raised.InTime();

            await set.DisposeAsync().InTime();

            Assert.Equal(0, Volatile.Read(ref _running));
            await spawning.InTime();
            Assert.Equal(0, Volatile.Read(ref _running));
        }
    }

    [Theory, BothFaces]
    public async Task Dispose_ByATaskOfTheSet_IsHarmless(Face face)
    {
        for (int i = 0; i < Iterations; i++)
        {
            AnySet set = AnySet.Create(face);
            var all = new Signal();
            set.SpawnEach(Enumerable.Range(0, 4), async (_, _) =>
            {
                await all.Raised;
                set.Dispose();
                return 1;
            });
            all.Raise();

            while (await JoinUnlessDisposedAsync(set) is not null)
            {
            }

            await set.DisposeAsync().InTime();
        }
    }

    private void SpawnUntilDisposed(AnySet set, Signal spawned)
    {
        try
        {
            while (true)
            {
                set.Spawn(RunForAWhileAsync, 1);
                spawned.Raise();
            }
        }
        catch (ObjectDisposedException)
        {
            // the end of the race
        }
    }

    private static async Task<AnyResult?> JoinUnlessDisposedAsync(AnySet set)
    {
        try
        {
            return await set.JoinNextAsync().InTime();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task<int> RunForAWhileAsync(int yields, CancellationToken token)
    {
        Interlocked.Increment(ref _running);
        for (int i = 0; i < yields && !token.IsCancellationRequested; i++)
        {
            await Task.Yield();
        }

        Interlocked.Decrement(ref _running);
        return yields;
    }
}
