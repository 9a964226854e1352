namespace JoinSets.Tests.Support;

/// <summary>Something that happens once, and that others wait for. Thread-safe.</summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal bool IsRaised => _raised.Task.IsCompleted;

    /// <summary>Completes when it happens; what waits goes on elsewhere than where it was raised.</summary>
    internal Task Raised => _raised.Task;

    internal void Raise() => _raised.TrySetResult();

    /// <summary>Keeps the calling thread until it happens.</summary>
    internal void Block() => _raised.Task.WaitAsync(Deadline.Limit).GetAwaiter().GetResult();
}
