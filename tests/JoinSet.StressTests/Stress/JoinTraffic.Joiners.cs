namespace JoinSets.StressTests.Stress;

internal sealed partial class JoinTraffic
{
    private readonly CancellationTokenSource?[] _impatience = new CancellationTokenSource?[Recent];

    internal void StartJoiners(int count) => run.StartAsync("joiner", count, async _ =>
    {
        while (await JoinAsync(CancellationToken.None).ConfigureAwait(false))
        {
        }
    });

    /// <summary>Joiners whose tokens are cancelled all the time, before, while and after they wait.</summary>
    internal void StartImpatientJoiners(int count)
    {
        run.StartAsync("impatient joiner", count, async random =>
        {
            bool goesOn = true;
            while (goesOn)
            {
                var impatience = new CancellationTokenSource();
                Volatile.Write(ref _impatience[random.Next(Recent)], impatience);
                try
                {
                    goesOn = await JoinAsync(impatience.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException exception)
                {
                    Assert.Equal(impatience.Token, exception.CancellationToken);
                    Assert.True(impatience.IsCancellationRequested, "a join was cancelled by the token of another");
                }
            }
        });
        run.Start("canceller", 1, random =>
        {
            while (!_isOver)
            {
                Volatile.Read(ref _impatience[random.Next(Recent)])?.Cancel();
                Thread.Yield();
            }
        });
    }

    internal void StartTryingJoiners(int count) => run.Start("trying joiner", count, random =>
    {
        while (_isSpawning || !set.IsEmpty)
        {
            for (int burst = random.Next(8); burst > 0 && set.TryJoinNext(out JoinResult<int> result); burst--)
            {
                Ledger.Deliver(result);
            }

            Thread.Yield();
        }
    });

    internal void StartEnumerators(int count) => run.StartAsync("enumerator", count, async random =>
    {
        while (_isSpawning || !set.IsEmpty)
        {
            await foreach (JoinResult<int> result in set)
            {
                Ledger.Deliver(result);
                if (random.Next(100) == 0)
                {
                    break;
                }
            }

            await Task.Yield();
        }
    });

    // False: the set is empty, and nothing will come any more.
    private async ValueTask<bool> JoinAsync(CancellationToken cancellationToken)
    {
        bool isLast = !_isSpawning;
        if (await set.JoinNextAsync(cancellationToken).ConfigureAwait(false) is { } result)
        {
            Ledger.Deliver(result);
            return true;
        }

        await Task.Yield();
        return !isLast;
    }
}
