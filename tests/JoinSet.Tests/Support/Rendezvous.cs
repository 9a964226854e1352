namespace JoinSets.Tests.Support;

/// <summary>Where asynchronous tasks wait for each other: each goes on when a full party has arrived. Thread-safe.</summary>
internal sealed class Rendezvous(int party)
{
    private readonly object _lock = new();
    private Signal _complete = new();
    private int _arrived;

    internal async Task<int> ArriveAsync()
    {
        Signal complete;
        lock (_lock)
        {
            complete = _complete;
            if (++_arrived == party)
            {
                _arrived = 0;
                _complete = new Signal();
                complete.Raise();
            }
        }

        await complete.Raised.ConfigureAwait(false);
        return party;
    }
}
