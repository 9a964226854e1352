namespace JoinSets.Tests.Support;

/// <summary>The delegates that the tests spawn. Each fits both faces of the set.</summary>
internal static class SampleWork
{
    internal static Func<CancellationToken, Task<int>> Returns(int value) => _ => Task.FromResult(value);

    /// <summary>Runs until it is aborted, and stops at once then.</summary>
    internal static async Task<int> UntilAborted(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Runs until the signal, heedless of its token.</summary>
    internal static Func<CancellationToken, Task<int>> Until(Signal end) => async _ =>
    {
        await end.Raised.ConfigureAwait(false);
        return 1;
    };

    /// <summary>As <see cref="Until(Signal)"/>, telling when it has started.</summary>
    internal static Func<CancellationToken, Task<int>> Until(Signal end, Signal started) => async _ =>
    {
        started.Raise();
        await end.Raised.ConfigureAwait(false);
        return 1;
    };

    /// <summary>As <see cref="UntilAborted"/>, telling when it has started.</summary>
    internal static Func<CancellationToken, Task<int>> UntilAbortedAfter(Signal started) => token =>
    {
        started.Raise();
        return UntilAborted(token);
    };

    internal static Func<CancellationToken, Task<int>> Fails(Exception? exception = null)
        => _ => Task.FromException<int>(exception ?? new MarkedException());

    /// <summary>Raises the signal if it is ever run.</summary>
    internal static Func<CancellationToken, Task<int>> Raises(Signal ran) => _ =>
    {
        ran.Raise();
        return Task.FromResult(1);
    };
}
