using System.Threading.Channels;

namespace JoinSets.Tests.Support;

/// <summary>A context that runs what is posted to it one after the other, on the pool: enough of a place to be sent to.</summary>
internal sealed class QueueingContext : SynchronizationContext
{
    private readonly Channel<(SendOrPostCallback Call, object? State)> _posted =
        Channel.CreateUnbounded<(SendOrPostCallback, object?)>();

    internal QueueingContext() => _ = Task.Run(PumpAsync);

    public override void Post(SendOrPostCallback d, object? state) => _posted.Writer.TryWrite((d, state));

    /// <summary>Calls it with this context current.</summary>
    internal T Enter<T>(Func<T> call)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            return call();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private async Task PumpAsync()
    {
        await foreach ((SendOrPostCallback call, object? state) in _posted.Reader.ReadAllAsync())
        {
            Enter<object?>(() =>
            {
                call(state);
                return null;
            });
        }
    }
}
