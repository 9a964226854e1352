using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary><c>Task.WhenAll</c>: nothing is seen before the last one is done.</summary>
internal sealed class WhenAll() : Contestant(Names.WhenAll)
{
    public override Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job) =>
        SumAsync(StartedTasks.Start(count, job));

    public override Task<long> AwaitParkedAsync(ParkedTasks tasks) => SumAsync(StartedTasks.Start(tasks));

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        var started = await StartedTasks.StartAndCancelAsync(tasks);
        await ((Task)Task.WhenAll(started)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.LongCount(task => task.IsCanceled);
    }

    private static async Task<long> SumAsync(Task<int>[] started)
    {
        long sum = 0;
        foreach (var value in await Task.WhenAll(started))
        {
            sum += value;
        }

        return sum;
    }
}
