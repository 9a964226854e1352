using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>W6: how many bytes of heap one pending task keeps, its own state machine included.</summary>
internal static class ResidentBytes
{
    private const int Rounds = 3;
    private static readonly Contestant[] s_contestants = [new SpawnAndJoin(), new Floor(), new HandWrittenChannel()];

    /// <summary>Bytes per task by contestant, the median of three rounds after one that warms up the pool's own queues.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(int count)
    {
        var figures = s_contestants.ToDictionary(contestant => contestant.Name, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contestant in s_contestants)
            {
                var bytes = await Task.Run(() => MeasureAsync(contestant, count));
                if (round > 0)
                {
                    figures[contestant.Name].Add(bytes);
                }
            }
        }

        return figures.ToDictionary(pair => pair.Key, pair => Running.Spread.Of(pair.Value).Median);
    }

    private static async Task<double> MeasureAsync(Contestant contestant, int count)
    {
        var tasks = new ParkedTasks(count);
        var before = LiveBytes();
        var held = contestant.Hold(tasks);
        tasks.AllStarted.WaitOne();

        // The last ones to start are still on their way to their sources.
        while (ThreadPool.PendingWorkItemCount > 0)
        {
            await Task.Yield();
        }

        var after = LiveBytes();
        tasks.CompleteAll();
        if (held is IAsyncDisposable set)
        {
            await set.DisposeAsync(); // also keeps it in reach until here
        }

        GC.KeepAlive(held);
        return (double)(after - before) / count;
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
