using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary><c>Task.WhenEach</c>: completion order over a fixed collection.</summary>
internal sealed class WhenEach() : Contestant(Names.WhenEach)
{
    public override Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job) =>
        SumAsync(StartedTasks.Start(count, job));

    public override Task<long> AwaitParkedAsync(ParkedTasks tasks) => SumAsync(StartedTasks.Start(tasks));

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        long canceled = 0;
        await foreach (var task in Task.WhenEach(await StartedTasks.StartAndCancelAsync(tasks)))
        {
            canceled += task.IsCanceled ? 1 : 0;
        }

        return canceled;
    }

    private static async Task<long> SumAsync(Task<int>[] started)
    {
        long sum = 0;
        await foreach (var task in Task.WhenEach(started))
        {
            sum += await task;
        }

        return sum;
    }
}
