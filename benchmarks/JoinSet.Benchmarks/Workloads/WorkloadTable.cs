using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Workloads;

/// <summary>The workloads and the ratios that must hold, as data.</summary>
internal static class WorkloadTable
{
    private const int Million = 1_000_000;
    private const int Window = 1_000;

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", "complete at once", Million, 50_000, (c, n) => Measure.CollectAsync(c, n, Jobs.AtOnce),
            new(Names.Channel, 0.9), new(Names.Floor, 1.4)),
        new("W2", "one Task.Yield each", Million, 50_000, (c, n) => Measure.CollectAsync(c, n, Jobs.YieldOnce),
            new(Names.Channel, 0.70), new(Names.Floor, 1.25)),
        new("W3", "1,000 in flight, complete at once", Million, 50_000, (c, n) => Measure.SlideAsync(c, n, Window, Jobs.AtOnce),
            new Bound(Names.Channel, 1.0)),
        new("W3y", "1,000 in flight, one Task.Yield each", Million, 50_000, (c, n) => Measure.SlideAsync(c, n, Window, Jobs.YieldOnce),
            new(Names.Channel, 0.75), new(Names.ParallelForEach, 1.0)),
        Parked(10),
        Parked(100),
        Parked(1_000),
        Parked(10_000),
        Parked(100_000),
        Parked(Million),
        new("W5", "aborted in Task.Delay(Infinite, token)", 100_000, 5_000, Measure.AbortAsync,
            new(Names.Channel, 0.75), new(Names.WhenAll, 1.3)),
        new("W7", "ping-pong, one in flight", Million, 20_000, (c, n) => Measure.SlideAsync(c, n, window: 1, Jobs.AtOnce),
            new Bound(Names.Channel, 1.2)),
    ];

    // "Every N" starts at 100; 10 is measured too, for the plot over N. --quick leaves the large ones out.
    private static Workload Parked(int count) =>
        new("W4", "pending, completed in random order by another thread", count, count <= 10_000 ? count : 0, Measure.ParkedAsync,
            count < 100 ? [] : [new(Names.Channel, 1.0), new(Names.Floor, 1.6)]);
}
