namespace JoinSets.Smoke;

/// <summary>Aborts, of one task and of all.</summary>
internal static class Aborting
{
    internal static async Task PlayAsync()
    {
        using var set = new JoinSet<int>();
        AbortHandle one = set.Spawn(WaitForToken);
        set.Spawn(WaitForToken);
        set.Add(new TaskCompletionSource<int>().Task);
        AbortHandle same = one;
        Proof.That(one == same && one.Equals((object)same) && one != default && one.GetHashCode() == one.Id.GetHashCode());

        one.Abort();
        JoinResult<int> result = (await set.JoinNextAsync())!.Value;
        Proof.That(result is { IsCanceled: true, IsFaulted: false } && result.Id == one.Id);
        Proof.That(result.Error is { IsCanceled: true, Exception: OperationCanceledException });
        Proof.That(one.IsFinished && $"{one}".Contains("finished", StringComparison.Ordinal));

        set.AbortAll();
        int canceled = 0;
        while (await set.JoinNextAsync() is { } each)
        {
            canceled += each.IsCanceled ? 1 : 0;
        }

        Proof.That(canceled == 2);
        default(AbortHandle).Abort();
    }

    private static async Task<int> WaitForToken(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
        return 0;
    }
}
