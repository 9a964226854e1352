using System.Threading.Channels;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>What people write by hand today: every task writes its outcome to an unbounded channel with one reader.</summary>
internal sealed class HandWrittenChannel() : Contestant(Names.Channel)
{
    private static readonly UnboundedChannelOptions s_options = new() { SingleReader = true };

    public override Task<long> CollectAsync(int count, Func<CancellationToken, Task<int>> job)
    {
        var channel = Channel.CreateUnbounded<Outcome>(s_options);
        Func<Task> body = () => PublishAsync(channel.Writer, job, CancellationToken.None);
        for (var i = 0; i < count; i++)
        {
            _ = Task.Run(body);
        }

        return SumAsync(channel.Reader, count);
    }

    public override async Task<long> SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job)
    {
        var channel = Channel.CreateUnbounded<Outcome>(s_options);
        Func<Task> body = () => PublishAsync(channel.Writer, job, CancellationToken.None);
        var started = 0;
        for (; started < window; started++)
        {
            _ = Task.Run(body);
        }

        long sum = 0;
        for (var taken = 0; taken < count; taken++)
        {
            sum += (await channel.Reader.ReadAsync()).Value;
            if (started < count)
            {
                _ = Task.Run(body);
                started++;
            }
        }

        return sum;
    }

    public override Task<long> AwaitParkedAsync(ParkedTasks tasks) => SumAsync(Start(tasks).Reader, tasks.Count);

    public override object Hold(ParkedTasks tasks) => Start(tasks);

    public override async Task<long> AbortAsync(EndlessTasks tasks)
    {
        using var source = new CancellationTokenSource();
        var channel = Channel.CreateUnbounded<Outcome>(s_options);
        Func<Task> body = () => PublishAsync(channel.Writer, tasks.RunAsync, source.Token);
        for (var i = 0; i < tasks.Count; i++)
        {
            _ = Task.Run(body);
        }

        await tasks.AllStarted;
        await source.CancelAsync();
        long canceled = 0;
        for (var taken = 0; taken < tasks.Count; taken++)
        {
            canceled += (await channel.Reader.ReadAsync()).Error is OperationCanceledException ? 1 : 0;
        }

        return canceled;
    }

    private static Channel<Outcome> Start(ParkedTasks tasks)
    {
        var channel = Channel.CreateUnbounded<Outcome>(s_options);
        for (var i = 0; i < tasks.Count; i++)
        {
            var index = i;
            _ = Task.Run(() => PublishAsync(channel.Writer, tasks, index));
        }

        return channel;
    }

    private static async Task PublishAsync(ChannelWriter<Outcome> writer, Func<CancellationToken, Task<int>> job, CancellationToken cancellationToken)
    {
        Outcome outcome;
        try
        {
            outcome = new Outcome(await job(cancellationToken).ConfigureAwait(false), Error: null);
        }
        catch (Exception error)
        {
            outcome = new Outcome(Value: 0, error);
        }

        writer.TryWrite(outcome);
    }

    private static async Task PublishAsync(ChannelWriter<Outcome> writer, ParkedTasks tasks, int index)
    {
        Outcome outcome;
        try
        {
            outcome = new Outcome(await tasks.WaitAsync(index).ConfigureAwait(false), Error: null);
        }
        catch (Exception error)
        {
            outcome = new Outcome(Value: 0, error);
        }

        writer.TryWrite(outcome);
    }

    private static async Task<long> SumAsync(ChannelReader<Outcome> reader, int count)
    {
        long sum = 0;
        for (var taken = 0; taken < count; taken++)
        {
            sum += (await reader.ReadAsync()).Value;
        }

        return sum;
    }
}
