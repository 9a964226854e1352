namespace JoinSets.Completion;

/// <summary>
/// The members of a set: what AbortAll, DetachAll and Dispose go through. Not thread-safe: it belongs to the core's lock.
/// </summary>
/// <remarks>An array with the place of each entry kept in the entry: 8 bytes a task, and leaving costs O(1).</remarks>
internal struct EntryTable
{
    private const int SmallestCapacity = 8;

    private JoinEntry[]? _entries;
    private int _count;

    /// <summary>How many there are; may be read without the lock.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal void Add(JoinEntry entry)
    {
        _entries ??= new JoinEntry[SmallestCapacity];
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        entry.Slot = _count;
        _entries[_count] = entry;
        Volatile.Write(ref _count, _count + 1);
    }

    internal void Remove(JoinEntry entry)
    {
        JoinEntry[] entries = _entries!;
        int last = _count - 1;
        JoinEntry moved = entries[last];
        entries[entry.Slot] = moved;
        moved.Slot = entry.Slot;
        entry.Slot = -1;
        entries[last] = null!;
        Volatile.Write(ref _count, last);
        ShrinkAfterBurst();
    }

    internal readonly JoinEntry[] ToArray() => _count == 0 ? [] : _entries.AsSpan(0, _count).ToArray();

    internal JoinEntry[] TakeAll()
    {
        JoinEntry[] all = ToArray();
        _entries = null;
        Volatile.Write(ref _count, 0);
        return all;
    }

    // A quarter, not a half: a set that breathes around one size does not copy on every turn.
    private void ShrinkAfterBurst()
    {
        if (_entries!.Length > SmallestCapacity && _count <= _entries.Length / 4)
        {
            Array.Resize(ref _entries, _entries.Length / 2);
        }
    }
}
