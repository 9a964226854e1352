namespace JoinSets.Smoke;

/// <summary>The set without values: the same members once more.</summary>
internal static class WithoutValues
{
    internal static async Task PlayAsync()
    {
        await using var set = new JoinSet(new JoinSetOptions { Name = "quiet" });
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        int sum = 0;

        set.Spawn(_ => AddAsync(1), "first");
        set.Spawn((number, _) => AddAsync(number), 2);
        set.SpawnOn(scheduler, _ => AddAsync(4));
        await Task.Factory.StartNew(() => set.SpawnLocal(_ => AddAsync(8)), CancellationToken.None, TaskCreationOptions.None, scheduler);
        set.SpawnBlocking(_ => { Interlocked.Add(ref sum, 16); });
        set.SpawnBlocking((number, _) => { Interlocked.Add(ref sum, number); }, 32);
        set.SpawnEach([64, 128], (number, _) => AddAsync(number));
        set.Add(AddAsync(256));
        Proof.That(set is { Count: 9, IsEmpty: false, Name: "quiet" });
        await set.JoinAllAsync();
        Proof.That(sum == 511 && set.IsEmpty);

        set.Spawn(static _ => throw new FormatException("not well formed"), "broken");
        JoinResult result = (await set.JoinNextAsync())!.Value;
        Proof.That(result is { IsFaulted: true, IsSuccess: false, IsCanceled: false, Name: "broken", Error.Exception: FormatException });
        await Proof.ThrowsAsync<FormatException>(() => Task.Run(() => result.ThrowIfFailed()));

        set.Spawn(static token => Task.Delay(Timeout.Infinite, token)).Abort();
        await foreach (JoinResult each in set)
        {
            Proof.That(each.IsCanceled && $"{each}".Contains("canceled", StringComparison.Ordinal));
        }

        set.Spawn(static token => Task.Delay(Timeout.Infinite, token));
        set.AbortAll();
        await set.ShutdownAsync();
        Proof.That(!set.TryJoinNext(out _));
        set.DetachAll();
        using var other = new JoinSet(CancellationToken.None);
        await foreach (JoinResult each in other.JoinEachAsync())
        {
            each.ThrowIfFailed();
        }

        Task AddAsync(int number)
        {
            Interlocked.Add(ref sum, number);
            return Task.CompletedTask;
        }
    }
}
