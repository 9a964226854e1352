namespace JoinSets.Model;

/// <summary>Counts how much work runs, and how much ran at once.</summary>
internal sealed class Census
{
    private int _running;
    private int _started;
    private int _peak;

    internal int Running => Volatile.Read(ref _running);

    internal int Started => Volatile.Read(ref _started);

    internal int Peak => Volatile.Read(ref _peak);

    /// <summary>The same work, counted.</summary>
    internal Func<CancellationToken, Task<int>> Of(Func<CancellationToken, Task<int>> work) => async token =>
    {
        Enter();
        try
        {
            return await work(token);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    };

    private void Enter()
    {
        Interlocked.Increment(ref _started);
        int running = Interlocked.Increment(ref _running);
        int peak = Volatile.Read(ref _peak);
        while (running > peak)
        {
            int found = Interlocked.CompareExchange(ref _peak, running, peak);
            if (found == peak)
            {
                return;
            }

            peak = found;
        }
    }
}
