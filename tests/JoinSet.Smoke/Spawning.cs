namespace JoinSets.Smoke;

/// <summary>All ways to put a task into a set.</summary>
internal static class Spawning
{
    internal static async Task PlayAsync()
    {
        using var parent = new CancellationTokenSource();
        await using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 2, Name = "smoke", CancellationToken = parent.Token });
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

        AbortHandle first = set.Spawn(static _ => Task.FromResult(1), "first");
        set.Spawn(static async (number, token) =>
        {
            await Task.Delay(1, token).ConfigureAwait(false);
            return number;
        }, 2);
        set.SpawnOn(scheduler, static _ => Task.FromResult(TaskScheduler.Current == TaskScheduler.Default ? 0 : 4));
        await Task.Factory.StartNew(
            () => set.SpawnLocal(static _ => Task.FromResult(TaskScheduler.Current == TaskScheduler.Default ? 0 : 8)),
            CancellationToken.None,
            TaskCreationOptions.None,
            scheduler);
        set.SpawnBlocking(static _ => Thread.CurrentThread.IsThreadPoolThread ? 0 : 16);
        set.SpawnBlocking(static (number, _) => number, 32);
        set.SpawnEach([64, 128], static (number, _) => Task.FromResult(number));
        set.Add(Task.FromResult(256), "added");
        Proof.That(set is { Count: 9, IsEmpty: false, Name: "smoke" });
        Proof.That(first is { Name: "first" } && $"{set}".Contains("smoke", StringComparison.Ordinal));
        Proof.That((await set.JoinAllAsync()).Sum() == 511);
        Proof.That(set.IsEmpty && first.IsFinished);

        await parent.CancelAsync();
        set.Spawn(static _ => Task.FromResult(0));
        Proof.That(await set.JoinNextAsync() is { IsCanceled: true });
    }
}
