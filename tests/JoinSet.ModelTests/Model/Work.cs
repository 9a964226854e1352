namespace JoinSets.Model;

/// <summary>The tasks of the scenarios.</summary>
internal static class Work
{
    /// <summary>Ends where it starts.</summary>
    internal static Func<CancellationToken, Task<int>> AtOnce(int value) => _ => Task.FromResult(value);

    /// <summary>Ends after an await, and takes no notice of its token.</summary>
    internal static Func<CancellationToken, Task<int>> Later(int value) => async _ =>
    {
        await Task.Yield();
        return value;
    };

    /// <summary>Ends after an await, and sees there whether it was aborted.</summary>
    internal static Func<CancellationToken, Task<int>> Abortable(int value) => async token =>
    {
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        return value;
    };

    /// <summary>Ends by an abort and in no other way: a schedule that forgets to abort it deadlocks.</summary>
    internal static async Task<int> UntilAborted(CancellationToken token)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), aborted);
        await aborted.Task;
        throw new OperationCanceledException(token);
    }
}
