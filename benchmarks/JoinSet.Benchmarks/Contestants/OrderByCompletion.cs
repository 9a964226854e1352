using JoinSets.Benchmarks.Workloads;
using Nito.AsyncEx;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>Nito.AsyncEx: as many promises as tasks, the first completed first.</summary>
internal sealed class OrderByCompletion() : Contestant(Names.OrderByCompletion)
{
    public override Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job) =>
        SumAsync(StartedTasks.Start(count, job));

    public override Task<long> AwaitParkedAsync(ParkedTasks tasks) => SumAsync(StartedTasks.Start(tasks));

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        long canceled = 0;
        foreach (var task in (await StartedTasks.StartAndCancelAsync(tasks)).OrderByCompletion())
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            canceled += task.IsCanceled ? 1 : 0;
        }

        return canceled;
    }

    private static async Task<long> SumAsync(Task<int>[] started)
    {
        long sum = 0;
        foreach (var task in started.OrderByCompletion())
        {
            sum += await task;
        }

        return sum;
    }
}
