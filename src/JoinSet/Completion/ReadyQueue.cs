namespace JoinSets.Completion;

/// <summary>The finished tasks in the order in which they finished. Not thread-safe: it belongs to the core's lock.</summary>
internal struct ReadyQueue
{
    private JoinEntry? _oldest;

    /// <summary>Puts back into the order of completion what the stack gave, newest first.</summary>
    /// <remarks>Only for an empty queue: what comes from the stack is younger than anything here.</remarks>
    internal void Refill(JoinEntry? newest)
    {
        while (newest is { } entry)
        {
            newest = entry.Next;
            if (entry.Slot < 0)
            {
                entry.Release(); // forgotten while it was on its way (E3)
                continue;
            }

            entry.Next = _oldest;
            _oldest = entry;
        }
    }

    internal JoinEntry? TryDequeue()
    {
        JoinEntry? entry = _oldest;
        if (entry is not null)
        {
            _oldest = entry.Next;
            entry.Next = null;
        }

        return entry;
    }

    internal void Clear()
    {
        while (TryDequeue() is { } entry)
        {
            entry.Release();
        }
    }
}
