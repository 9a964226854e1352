namespace JoinSets.Tests.Support;

/// <summary>A context that posts to the pool: not a plain one, so it counts for SpawnLocal, and no thread has to be ended.</summary>
/// <param name="isCurrentInside">Whether it makes itself current while it runs a callback, as most contexts do.</param>
internal sealed class PoolContext(bool isCurrentInside = true) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.UnsafeQueueUserWorkItem(
        static call => call.Context.RunPosted(call.Callback, call.State), (Context: this, Callback: d, State: state), preferLocal: false);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the function on this thread as if it were the context's.</summary>
    internal T Around<T>(Func<T> function)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            return function();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunPosted(SendOrPostCallback callback, object? state)
    {
        SetSynchronizationContext(isCurrentInside ? this : null); // the pool resets it after each work item
        callback(state);
    }
}
