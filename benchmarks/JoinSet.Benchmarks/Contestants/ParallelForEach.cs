namespace JoinSets.Benchmarks.Contestants;

/// <summary><c>Parallel.ForEachAsync</c>: a window over a sequence known beforehand, each result handled where it was made.</summary>
internal sealed class ParallelForEach() : Contestant(Names.ParallelForEach)
{
    public override int MostParked => 0;

    // With a window of one it is a plain loop: no task is spawned, nothing goes to and fro.
    public override Task<long>? SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job) =>
        window == 1 ? null : ForEachAsync(count, window, job);

    private static async Task<long> ForEachAsync(int count, int window, Func<CancellationToken, Task<int>> job)
    {
        long sum = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = window };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            options,
            async (_, cancellationToken) => Interlocked.Add(ref sum, await job(cancellationToken)));
        return sum;
    }
}
