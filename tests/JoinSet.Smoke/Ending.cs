using System.Runtime.CompilerServices;

namespace JoinSets.Smoke;

/// <summary>The ends of a set: shut down, detached, disposed of, dropped.</summary>
internal static class Ending
{
    internal static async Task PlayAsync()
    {
        var set = new JoinSet<int>(CancellationToken.None);
        set.Spawn(WaitForToken);
        await set.ShutdownAsync();
        Proof.That(set.IsEmpty);

        var gate = new TaskCompletionSource<int>();
        AbortHandle detached = set.Spawn(_ => gate.Task);
        set.DetachAll();
        Proof.That(set.IsEmpty && await set.JoinNextAsync() is null);
        gate.SetResult(0);
        Proof.That(SpinWait.SpinUntil(() => detached.IsFinished, TimeSpan.FromMinutes(1)));

        AbortHandle last = set.Spawn(WaitForToken);
        set.Dispose();
        await set.DisposeAsync();
        Proof.That(last.IsFinished);
        await Proof.ThrowsAsync<ObjectDisposedException>(() => Task.FromResult(set.Spawn(WaitForToken)));
        set.AbortAll();
        set.DetachAll();
        await set.ShutdownAsync();

        AbortHandle dropped = SpawnAndDrop();
        Proof.That(SpinWait.SpinUntil(() => Collect() && dropped.IsFinished, TimeSpan.FromMinutes(1)));
    }

    private static bool Collect()
    {
        GC.Collect();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle SpawnAndDrop() => new JoinSet<int>().Spawn(WaitForToken);

    private static async Task<int> WaitForToken(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(false);
        return 0;
    }
}
