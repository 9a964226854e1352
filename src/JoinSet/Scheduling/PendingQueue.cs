namespace JoinSets.Scheduling;

/// <summary>
/// Work that waits for its turn, first in first out. Not thread-safe: it belongs to its owner's lock.
/// </summary>
/// <remarks>
/// What is aborted while it waits stays where it is and is passed over. So that a queue whose head never moves does not
/// grow for ever under spawn and abort, it is swept whenever it has doubled since the last sweep: O(1) an entry, all in all.
/// </remarks>
internal sealed class PendingQueue
{
    private const int SmallestSweep = 32;

    private readonly Queue<JoinEntry> _entries = new();
    private int _sweepAt = SmallestSweep;

    internal int Count => _entries.Count;

    internal void Enqueue(JoinEntry entry)
    {
        if (_entries.Count >= _sweepAt)
        {
            Sweep();
        }

        _entries.Enqueue(entry);
    }

    /// <returns>The next that was not aborted; null when there is none.</returns>
    internal JoinEntry? TryDequeue()
    {
        while (_entries.TryDequeue(out JoinEntry? entry))
        {
            if (!entry.IsCompleted)
            {
                return entry;
            }
        }

        return null;
    }

    private void Sweep()
    {
        for (int left = _entries.Count; left > 0; left--)
        {
            JoinEntry entry = _entries.Dequeue();
            if (!entry.IsCompleted)
            {
                _entries.Enqueue(entry);
            }
        }

        _sweepAt = Math.Max(SmallestSweep, _entries.Count * 2);
    }
}
