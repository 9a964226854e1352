using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoinSets.Samples.HostedService;

/// <summary>Takes jobs from a channel, runs some at a time, and tells how each ended. A failed job harms no other.</summary>
internal sealed partial class JobService(
    Channel<string> queue, IOptions<HostOptions> host, IHostApplicationLifetime application, ILogger<JobService> logger) : BackgroundService
{
    // One slot is the intake's; each core has one.
    private readonly JoinSet<string> _set = new(new JoinSetOptions { MaxConcurrency = 1 + Environment.ProcessorCount, Name = "jobs" });

    /// <summary>Ends when no job can come any more and the last one was reaped.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The intake is a task of the set itself. While it waits for jobs the set is not empty, so the loop does not end.
        _set.Spawn(_ => TakeJobsAsync(stoppingToken), name: "intake");
        await foreach (JoinResult<string> result in _set)
            Report(result);

        application.StopApplication();
    }

    /// <summary>No new jobs; those that were taken have three quarters of the host's time limit to end, and the rest of it to stop.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(host.Value.ShutdownTimeout * 0.75);
        using CancellationTokenRegistration _ = patience.Token.Register(_set.AbortAll);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>At the limit the host waits for nobody, and neither does this: what ignored the abort is dropped.</summary>
    public override void Dispose()
    {
        if (!_set.IsEmpty)
            LogDropped(_set.Count);
        _set.Dispose();
        base.Dispose();
    }

    private async Task<string> TakeJobsAsync(CancellationToken stoppingToken)
    {
        int taken = 0;
        try
        {
            await foreach (string job in queue.Reader.ReadAllAsync(stoppingToken))
            {
                _set.SpawnBlocking(PrimeCount.Run, job, name: job);
                taken++;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping: what is left in the channel stays there.
        }

        return $"{taken} jobs taken, {queue.Reader.Count} left";
    }

    private void Report(JoinResult<string> result)
    {
        if (result.TryGetValue(out string? text))
            LogDone(result.Name, text);
        else if (result.IsCanceled)
            LogAborted(result.Name);
        else
            LogFailed(result.Name, result.Error!.Exception.Message);
    }

    [LoggerMessage(LogLevel.Information, "{Job}: {Text}")]
    private partial void LogDone(string? job, string text);

    [LoggerMessage(LogLevel.Warning, "{Job}: aborted, the time for shutting down is over")]
    private partial void LogAborted(string? job);

    [LoggerMessage(LogLevel.Error, "{Job}: failed, {Reason}")]
    private partial void LogFailed(string? job, string reason);

    [LoggerMessage(LogLevel.Warning, "{Count} jobs would not stop and were dropped")]
    private partial void LogDropped(int count);
}
