using DotNext.Threading.Tasks;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>DotNext.Threading: a pipe that tasks are added to and come out of as they complete.</summary>
internal sealed class CompletionPipe() : Contestant(Names.CompletionPipe)
{
    public override async Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job)
    {
        Func<Task<int>> body = () => job(CancellationToken.None);
        var pipe = new TaskCompletionPipe<Task<int>>();
        for (var i = 0; i < count; i++)
        {
            pipe.Add(Task.Run(body));
        }

        return await SumAsync(pipe);
    }

    public override async Task<long> AwaitParkedAsync(ParkedTasks tasks)
    {
        var pipe = new TaskCompletionPipe<Task<int>>();
        for (var i = 0; i < tasks.Count; i++)
        {
            var index = i;
            pipe.Add(Task.Run(() => tasks.WaitAsync(index)));
        }

        return await SumAsync(pipe);
    }

    public override async Task<long> SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job)
    {
        Func<Task<int>> body = () => job(CancellationToken.None);
        var pipe = new TaskCompletionPipe<Task<int>>();
        var started = 0;
        for (; started < window; started++)
        {
            pipe.Add(Task.Run(body));
        }

        long sum = 0;
        for (var taken = 0; taken < count; taken++)
        {
            sum += (await ReadAsync(pipe)).Result;
            if (started < count)
            {
                pipe.Add(Task.Run(body));
                started++;
            }
        }

        return sum;
    }

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        using var source = new CancellationTokenSource();
        Func<Task<int>> body = () => tasks.RunAsync(source.Token);
        var pipe = new TaskCompletionPipe<Task<int>>();
        for (var i = 0; i < tasks.Count; i++)
        {
            pipe.Add(Task.Run(body));
        }

        pipe.Complete();
        await tasks.AllStarted;
        await source.CancelAsync();
        long canceled = 0;
        await foreach (var task in pipe)
        {
            canceled += task.IsCanceled ? 1 : 0;
        }

        return canceled;
    }

    private static async ValueTask<Task<int>> ReadAsync(TaskCompletionPipe<Task<int>> pipe)
    {
        Task<int>? task;
        while (!pipe.TryRead(out task))
        {
            await pipe.WaitToReadAsync();
        }

        return task;
    }

    private static async Task<long> SumAsync(TaskCompletionPipe<Task<int>> pipe)
    {
        pipe.Complete();
        long sum = 0;
        await foreach (var task in pipe)
        {
            sum += task.Result;
        }

        return sum;
    }
}
