using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>What this repository is about: Spawn, then JoinNextAsync until null.</summary>
internal sealed class SpawnAndJoin() : Contestant(Names.JoinSet)
{
    public override async Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job)
    {
        await using var set = new JoinSet<int>();
        for (var i = 0; i < count; i++)
        {
            set.Spawn(job);
        }

        return await SumAsync(set);
    }

    public override async Task<long> SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job)
    {
        await using var set = new JoinSet<int>();
        var started = 0;
        for (; started < window; started++)
        {
            set.Spawn(job);
        }

        long sum = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            sum += result.Value;
            if (started < count)
            {
                set.Spawn(job);
                started++;
            }
        }

        return sum;
    }

    public override async Task<long> AwaitParkedAsync(ParkedTasks tasks)
    {
        await using var set = Start(tasks);
        return await SumAsync(set);
    }

    public override object Hold(ParkedTasks tasks) => Start(tasks);

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        await using var set = new JoinSet<int>();
        Func<CancellationToken, Task<int>> job = tasks.RunAsync;
        for (var i = 0; i < tasks.Count; i++)
        {
            set.Spawn(job);
        }

        await tasks.AllStarted;
        set.AbortAll();
        long canceled = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            canceled += result.IsCanceled ? 1 : 0;
        }

        return canceled;
    }

    private static JoinSet<int> Start(ParkedTasks tasks)
    {
        var set = new JoinSet<int>();
        for (var i = 0; i < tasks.Count; i++)
        {
            var index = i;
            set.Spawn(_ => tasks.WaitAsync(index));
        }

        return set;
    }

    private static async Task<long> SumAsync(JoinSet<int> set)
    {
        long sum = 0;
        while (await set.JoinNextAsync() is { } result)
        {
            sum += result.Value;
        }

        return sum;
    }
}
