namespace JoinSets.Tests.Support;

/// <summary>Work, or a callback, that takes note whether it ran on the stack of what <see cref="CallerStack"/> watches.</summary>
internal sealed class StackProbe
{
    private readonly TaskCompletionSource<bool> _ran = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it has run.</summary>
    internal Task<bool> WasBelow => _ran.Task.InTime();

    internal bool HasRun => _ran.Task.IsCompleted;

    internal void Run() => _ran.TrySetResult(CallerStack.IsBelow);

    internal Task<int> Work(CancellationToken token)
    {
        Run();
        return Task.FromResult(0);
    }
}
