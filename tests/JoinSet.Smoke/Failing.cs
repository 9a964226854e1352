namespace JoinSets.Smoke;

/// <summary>Failures: inside the results, never around them.</summary>
internal static class Failing
{
    internal static async Task PlayAsync()
    {
        using var set = new JoinSet<int>();
        var failure = new FormatException("not well formed");
        set.Spawn(_ => throw failure, "broken");
        JoinResult<int> result = (await set.JoinNextAsync())!.Value;
        JoinError error = result.Error!;
        Proof.That(result is { IsFaulted: true, IsSuccess: false, IsCanceled: false } && error is { IsFaulted: true, IsCanceled: false });
        Proof.That(error.Exception == failure && error.Name == "broken" && error.Id == result.Id);
        Proof.That($"{error}".Contains("not well formed", StringComparison.Ordinal));
        Proof.That(await Proof.ThrowsAsync<FormatException>(() => Task.FromResult(result.Value)) == failure);

        Proof.That(await Proof.ThrowsAsync<FormatException>(() => Task.Run(() => result.ThrowIfFailed())) == failure);

        set.Spawn(static _ => null!);
        Proof.That((await set.JoinNextAsync())!.Value.Error!.Exception is InvalidOperationException);
        set.Spawn(static _ => throw new OperationCanceledException("nobody asked for it"));
        Proof.That(await set.JoinNextAsync() is { IsFaulted: true });

        // The second waits for its token, so that it is the first failure that ends it.
        set.Spawn(static async token =>
        {
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
            return 0;
        });
        set.Spawn(_ => Task.FromException<int>(failure));
        Proof.That(await Proof.ThrowsAsync<FormatException>(() => set.JoinAllAsync()) == failure);
        Proof.That(set.IsEmpty);
        await Proof.ThrowsAsync<InvalidOperationException>(static () => Task.FromResult(default(JoinResult<int>).Value));
        await Proof.ThrowsAsync<ArgumentNullException>(() => Task.FromResult(set.Spawn(null!)));
        await Proof.ThrowsAsync<ArgumentOutOfRangeException>(static () => Task.FromResult(new JoinSetOptions { MaxConcurrency = 0 }));
    }
}
