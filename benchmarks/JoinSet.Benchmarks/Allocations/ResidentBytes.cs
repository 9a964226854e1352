using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Running;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>W6: how many bytes of heap one pending task keeps, its own state machine included.</summary>
internal static class ResidentBytes
{
    private const int Rounds = 3;
    private static readonly Contestant[] s_contestants = [new SpawnAndJoin(), new Floor(), new HandWrittenChannel()];

    /// <summary>Bytes per task by contestant, the median of three rounds after one that warms up.</summary>
    /// <remarks>
    /// Spawns on a thread of its own: the queue that a pool thread keeps for itself would grow with the spawns, and stay.
    /// </remarks>
    public static IReadOnlyDictionary<string, double> Measure(int count)
    {
        var figures = s_contestants.ToDictionary(contestant => contestant.Name, _ => new List<double>());
        var thread = new Thread(() => Fill(figures, count));
        thread.Start();
        thread.Join();
        return figures.ToDictionary(pair => pair.Key, pair => Spread.Of(pair.Value).Median);
    }

    private static void Fill(Dictionary<string, List<double>> figures, int count)
    {
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contestant in s_contestants)
            {
                var bytes = Measure(contestant, count);
                if (round > 0)
                {
                    figures[contestant.Name].Add(bytes);
                }
            }
        }
    }

    private static double Measure(Contestant contestant, int count)
    {
        var tasks = new ParkedTasks(count);
        var before = LiveBytes();
        var held = contestant.Hold(tasks);
        tasks.AllStarted.WaitOne();
        WaitForPool();
        var after = LiveBytes();
        tasks.CompleteAll();
        (held as IDisposable)?.Dispose(); // also keeps it in reach until here
        GC.KeepAlive(held);
        WaitForPool();
        return (double)(after - before) / count;
    }

    // The last ones to start are still on their way to their sources, or from them.
    private static void WaitForPool()
    {
        while (ThreadPool.PendingWorkItemCount > 0)
        {
            Thread.Sleep(10);
        }

        Thread.Sleep(100);
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
