namespace JoinSets.Tests.Support;

/// <summary>Work that shows its token and ends when the token is cancelled, by an exception that carries it.</summary>
internal sealed class Obedient
{
    private readonly TaskCompletionSource<CancellationToken> _token = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The token that the work was given; ends when the work runs.</summary>
    internal Task<CancellationToken> Token => _token.Task.InTime();

    internal async Task<int> Work(CancellationToken token)
    {
        _token.TrySetResult(token);
        await new Gate().PassedOrCanceled(token);
        return 0;
    }
}
