using System.Collections.Concurrent;

namespace JoinSets.Tests.Support;

/// <summary>A context with a thread of its own, like that of a user interface.</summary>
internal sealed class SingleThreadContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback? Callback, object? State)> _posted = [];
    private readonly Thread _thread;

    internal SingleThreadContext()
    {
        _thread = new Thread(Pump) { IsBackground = true, Name = nameof(SingleThreadContext) };
        _thread.Start();
    }

    internal bool IsCurrentThread => Thread.CurrentThread == _thread;

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody should block on a context.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the action on the context's thread, after all that was posted before.</summary>
    internal Task Run(Action action) => Run(() =>
    {
        action();
        return true;
    });

    internal Task<T> Run<T>(Func<T> function)
    {
        var ran = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            _ =>
            {
                try
                {
                    ran.SetResult(function());
                }
#pragma warning disable CA1031 // handed to the test
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    ran.SetException(exception);
                }
            },
            null);
        return ran.Task.InTime();
    }

    /// <summary>Ends the thread once it has run what was posted.</summary>
    public void Dispose() => _posted.Add((null, null));

    private void Pump()
    {
        SetSynchronizationContext(this);
        while (_posted.Take() is (var callback, var state) && callback is not null)
        {
            callback(state);
        }
    }
}
