namespace JoinSets.Tests.Support;

/// <summary>Work that shows its token and ends when the test says so, whatever the token says.</summary>
internal sealed class Stubborn
{
    private readonly TaskCompletionSource<CancellationToken> _token = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Gate _gate = new();

    /// <summary>The token that the work was given; ends when the work runs.</summary>
    internal Task<CancellationToken> Token => _token.Task.InTime();

    internal bool HasRun => _token.Task.IsCompleted;

    /// <summary>What it ends with; null: with success.</summary>
    internal Exception? Failure { get; init; }

    internal void Finish() => _gate.Open();

    internal async Task<int> Work(CancellationToken token)
    {
        _token.TrySetResult(token);
        await _gate.Passed();
        return Failure is null ? 7 : throw Failure;
    }
}
