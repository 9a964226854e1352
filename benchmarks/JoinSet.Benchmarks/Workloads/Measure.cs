using System.Diagnostics;
using System.Runtime.ExceptionServices;
using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Workloads;

/// <summary>Runs one contestant through one shape of work with a stopwatch around it, and checks that it took every result.</summary>
internal static class Measure
{
    // Batches so small that the clock would see little are run many times over, and their times added up.
    private const int TasksPerSample = 300_000;
    private const int MostRepeats = 5_000;
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(1);
    private static readonly CompletingThread s_completingThread = new();
    private static long s_throws;

    public static async Task<Sample?> CollectAsync(Contestant contestant, int count, Func<CancellationToken, Task<int>> job) =>
        await TimeAsync(count, () => contestant.CollectAsync(count, job));

    public static async Task<Sample?> SlideAsync(Contestant contestant, int count, int window, Func<CancellationToken, Task<int>> job) =>
        await TimeAsync(count, () => contestant.SlideAsync(count, window, job));

    public static async Task<Sample?> ParkedAsync(Contestant contestant, int count)
    {
        if (count > contestant.MostParked)
        {
            return null;
        }

        var repeats = Math.Clamp(TasksPerSample / count, 1, MostRepeats);
        var elapsed = TimeSpan.Zero;
        var done = 0L;
        for (var i = 0; i < repeats && elapsed < s_longEnough; i++)
        {
            var tasks = new ParkedTasks(count);
            s_completingThread.Watch(tasks);
            var sample = await TimeAsync(count, () => contestant.AwaitParkedAsync(tasks));
            elapsed += sample!.Value.Elapsed;
            done += count;
        }

        return new Sample(elapsed, done, Throws: 0);
    }

    public static async Task<Sample?> AbortAsync(Contestant contestant, int count)
    {
        var tasks = new EndlessTasks(count);
        Volatile.Write(ref s_throws, 0);
        AppDomain.CurrentDomain.FirstChanceException += CountThrow;
        try
        {
            return await TimeAsync(count, () => contestant.AbortAsync(tasks)) is { } sample
                ? sample with { Throws = Volatile.Read(ref s_throws) }
                : null;
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= CountThrow;
        }
    }

    private static void CountThrow(object? sender, FirstChanceExceptionEventArgs e) => Interlocked.Increment(ref s_throws);

    private static async Task<Sample?> TimeAsync(int count, Func<Task<long>?> start)
    {
        var watch = Stopwatch.StartNew();
        if (start() is not { } run)
        {
            return null;
        }

        var taken = await run;
        watch.Stop();
        return taken == count
            ? new Sample(watch.Elapsed, count, Throws: 0)
            : throw new InvalidOperationException($"{taken} results were taken, not {count}.");
    }
}
