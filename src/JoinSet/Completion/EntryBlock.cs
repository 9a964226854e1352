using System.Runtime.CompilerServices;

namespace JoinSets.Completion;

/// <summary>A stretch of places of an <see cref="EntryTable"/>, used from the first to the last and then no more until all are free.</summary>
internal sealed class EntryBlock
{
    internal const int Bits = 5;
    internal const int Size = 1 << Bits;

    private Places _places;

    /// <summary>How many places were handed out.</summary>
    internal int Used { get; private set; }

    /// <summary>How many of them are taken still.</summary>
    internal int Taken { get; private set; }

    internal bool IsFull => Used == Size;

    /// <returns>The place that the entry got.</returns>
    internal int Add(JoinEntry entry)
    {
        _places[Used] = entry;
        Taken++;
        return Used++;
    }

    internal void Remove(int place)
    {
        _places[place] = null;
        if (--Taken == 0)
        {
            Used = 0;
        }
    }

    /// <returns>How many there were.</returns>
    internal int CopyTo(Span<JoinEntry> target)
    {
        int copied = 0;
        foreach (JoinEntry? entry in _places)
        {
            if (entry is not null)
            {
                target[copied++] = entry;
            }
        }

        return copied;
    }

    [InlineArray(Size)]
    private struct Places
    {
        private JoinEntry? _first;
    }
}
