namespace JoinSets.Tests.Support;

/// <summary>A context that posts in the way the test says: not at all, twice, at once on the caller's stack, by throwing …</summary>
internal sealed class OddContext(Action<Action> post) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => post(() => d(state));

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
}
