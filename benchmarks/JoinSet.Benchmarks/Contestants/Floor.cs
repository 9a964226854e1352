using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>The floor: <c>Task.Run</c>, then await in spawn order. No completion order, so the least work there is.</summary>
internal sealed class Floor() : Contestant(Names.Floor)
{
    public override Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job) =>
        SumAsync(StartedTasks.Start(count, job));

    public override Task<long> AwaitParkedAsync(ParkedTasks tasks) => SumAsync(StartedTasks.Start(tasks));

    public override object Hold(ParkedTasks tasks) => StartedTasks.Start(tasks);

    public override async Task<long> SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job)
    {
        Func<Task<int>> body = () => job(CancellationToken.None);
        var ring = StartedTasks.Start(window, job);
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += await ring[i % window];
            if (i + window < count)
            {
                ring[i % window] = Task.Run(body);
            }
        }

        return sum;
    }

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        long canceled = 0;
        foreach (var task in await StartedTasks.StartAndCancelAsync(tasks))
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            canceled += task.IsCanceled ? 1 : 0;
        }

        return canceled;
    }

    private static async Task<long> SumAsync(Task<int>[] started)
    {
        long sum = 0;
        foreach (var task in started)
        {
            sum += await task;
        }

        return sum;
    }
}
