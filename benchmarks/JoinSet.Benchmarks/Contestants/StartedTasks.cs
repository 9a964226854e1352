using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>What the contestants that work on an array of tasks have in common: <see cref="Task.Run(Func{Task})"/> for each.</summary>
internal static class StartedTasks
{
    public static Task<int>[] Start(int count, Func<CancellationToken, Task<int>> job)
    {
        Func<Task<int>> body = () => job(CancellationToken.None);
        var started = new Task<int>[count];
        for (var i = 0; i < started.Length; i++)
        {
            started[i] = Task.Run(body);
        }

        return started;
    }

    public static Task<int>[] Start(ParkedTasks tasks)
    {
        var started = new Task<int>[tasks.Count];
        for (var i = 0; i < started.Length; i++)
        {
            var index = i;
            started[i] = Task.Run(() => tasks.WaitAsync(index));
        }

        return started;
    }

    /// <summary>Starts all of them over one shared source, and cancels it once all have started.</summary>
    public static async Task<Task<int>[]> StartAndCancelAsync(EndlessTasks tasks)
    {
        // Disposal would race with nothing here, and a source without a timer needs none.
        var source = new CancellationTokenSource();
        Func<Task<int>> body = () => tasks.RunAsync(source.Token);
        var started = new Task<int>[tasks.Count];
        for (var i = 0; i < started.Length; i++)
        {
            started[i] = Task.Run(body);
        }

        await tasks.AllStarted;
        await source.CancelAsync();
        return started;
    }
}
