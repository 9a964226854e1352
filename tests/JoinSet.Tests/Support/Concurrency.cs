namespace JoinSets.Tests.Support;

/// <summary>Work that knows how many of its kind ran at once at most. Thread-safe.</summary>
internal sealed class Concurrency
{
    private int _running;
    private int _most;

    internal int Most => Volatile.Read(ref _most);

    /// <summary>Gives up its thread a few times, so that whoever may run beside it does.</summary>
    internal async Task<int> RunAsync(CancellationToken token)
    {
        int now = Interlocked.Increment(ref _running);
        for (int most = Most; now > most; most = Most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        for (int yields = 0; yields < 3; yields++)
        {
            await Task.Yield();
        }

        Interlocked.Decrement(ref _running);
        return now;
    }
}
