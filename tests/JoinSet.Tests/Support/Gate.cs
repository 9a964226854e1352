namespace JoinSets.Tests.Support;

/// <summary>Shut until the test opens it. Those who wait never go on on the opener's stack.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal bool IsOpen => _opened.Task.IsCompleted;

    internal void Open() => _opened.TrySetResult();

    /// <summary>Waits, deaf to every token.</summary>
    internal Task Passed() => _opened.Task.InTime();

    /// <summary>Waits until it opens or the token is cancelled.</summary>
    internal Task PassedOrCanceled(CancellationToken token) => _opened.Task.WaitAsync(token).InTime();

    /// <summary>Blocks the thread.</summary>
    internal void Pass()
    {
        if (!_opened.Task.Wait(Deadline.Limit))
        {
            throw new TimeoutException("Nobody opened the gate.");
        }
    }
}
