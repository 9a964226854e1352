using System.Diagnostics;

namespace JoinSets.Completion;

/// <summary>
/// The members of a set: what AbortAll, DetachAll and Dispose go through. Not thread-safe: it belongs to the core's lock.
/// </summary>
/// <remarks>
/// <para>Rows of blocks of entries, each entry knowing its place: a little over 9 bytes a task. One array of all would be copied,
/// megabytes under the lock, whenever it grows or shrinks. Leaving costs O(1), allocates nothing, and touches no other entry: some processor may
/// be running that one.</para>
/// <list type="bullet">
/// <item>T1. A block goes back when the last of its entries leaves; one is kept as a spare, so that a set which breathes around one size
/// does not make them anew. A place that became free in the midst of a block waits for that: at worst each task that stays keeps a block.</item>
/// <item>T2. Entries are added to the current block only. All other blocks in the rows hold at least one.</item>
/// <item>T3. The rows without a block are the list that starts with <c>_freeRow</c>.</item>
/// </list>
/// </remarks>
internal struct EntryTable
{
    private const int None = -1;
    private const int FewRows = 32;

    private Row[]? _rows;
    private EntryBlock? _spare;
    private int _rowsUsed;
    private int _freeRow;
    private int _current;
    private int _count;

    /// <summary>How many there are; may be read without the lock.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal void Add(JoinEntry entry)
    {
        if (_rows is null || _rows[_current].Block is not { IsFull: false } block)
        {
            block = OpenBlock();
        }

        entry.Slot = (_current << EntryBlock.Bits) | block.Add(entry);
        Volatile.Write(ref _count, _count + 1);
    }

    internal void Remove(JoinEntry entry)
    {
        Debug.Assert(entry.Slot >= 0, "a member leaves once (I3)");
        int row = entry.Slot >> EntryBlock.Bits;
        EntryBlock block = _rows![row].Block!;
        block.Remove(entry.Slot & (EntryBlock.Size - 1));
        entry.Slot = -1;
        Volatile.Write(ref _count, _count - 1);
        if (_count == 0 && _rowsUsed > FewRows)
        {
            this = default; // a burst is over
            return;
        }

        if (block.Taken == 0 && row != _current)
        {
            Close(row);
        }
    }

    internal readonly JoinEntry[] ToArray()
    {
        if (_count == 0)
        {
            return [];
        }

        var all = new JoinEntry[_count];
        int copied = 0;
        for (int row = 0; row < _rowsUsed; row++)
        {
            copied += _rows![row].Block?.CopyTo(all.AsSpan(copied)) ?? 0;
        }

        return all;
    }

    internal JoinEntry[] TakeAll()
    {
        JoinEntry[] all = ToArray();
        this = default;
        return all;
    }

    private EntryBlock OpenBlock()
    {
        if (_rows is null)
        {
            _rows = new Row[1];
            _freeRow = None;
        }

        _current = TakeRow();
        EntryBlock block = _spare ?? new EntryBlock();
        _spare = null;
        _rows[_current].Block = block;
        return block;
    }

    private int TakeRow()
    {
        int row = _freeRow;
        if (row != None)
        {
            _freeRow = _rows![row].NextFree;
            return row;
        }

        if (_rowsUsed == _rows!.Length)
        {
            Array.Resize(ref _rows, _rowsUsed * 2);
        }

        return _rowsUsed++;
    }

    private void Close(int row)
    {
        _spare = _rows![row].Block;
        _rows[row].Block = null;
        _rows[row].NextFree = _freeRow;
        _freeRow = row;
    }

    private struct Row
    {
        internal EntryBlock? Block;
        internal int NextFree;
    }
}
