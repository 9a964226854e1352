using System.Collections;

namespace JoinSets.Analyzers.Typestate;

/// <summary>What is known of variables at one point. Immutable; a handful of them as a rule, so that a search from end to end is the quickest.</summary>
internal sealed class KnownValues : IEnumerable<KeyValuePair<Slot, Value>>
{
    internal static readonly KnownValues None = new([]);

    private readonly KeyValuePair<Slot, Value>[] _known;

    private KnownValues(KeyValuePair<Slot, Value>[] known) => _known = known;

    internal bool IsEmpty => _known.Length == 0;

    internal bool TryGetValue(Slot slot, out Value value)
    {
        int index = IndexOf(slot);
        value = index < 0 ? Value.Unknown : _known[index].Value;
        return index >= 0;
    }

    internal KnownValues SetItem(Slot slot, Value value)
    {
        int index = IndexOf(slot);
        if (index >= 0 && _known[index].Value.Equals(value))
        {
            return this;
        }

        var known = new KeyValuePair<Slot, Value>[index < 0 ? _known.Length + 1 : _known.Length];
        Array.Copy(_known, known, _known.Length);
        known[index < 0 ? _known.Length : index] = new(slot, value);
        return new KnownValues(known);
    }

    internal KnownValues Remove(Slot slot)
    {
        int index = IndexOf(slot);
        if (index < 0)
        {
            return this;
        }

        var known = new KeyValuePair<Slot, Value>[_known.Length - 1];
        Array.Copy(_known, known, index);
        Array.Copy(_known, index + 1, known, index, known.Length - index);
        return Of(known);
    }

    /// <summary>Gives these very values when none matches.</summary>
    internal KnownValues RemoveAll(Predicate<KeyValuePair<Slot, Value>> match)
        => Array.Exists(_known, match) ? Of(Array.FindAll(_known, known => !match(known))) : this;

    /// <summary>What was learnt about others by way of this variable.</summary>
    internal KnownValues RemoveAllAbout(Slot slot)
    {
        KnownValues left = this;
        foreach (KeyValuePair<Slot, Value> known in _known)
        {
            left = known.Value.Slot.Equals(slot) ? left.Remove(known.Key) : left;
        }

        return left;
    }

    internal bool Any(Predicate<KeyValuePair<Slot, Value>> match) => Array.Exists(_known, match);

    public IEnumerator<KeyValuePair<Slot, Value>> GetEnumerator() => ((IEnumerable<KeyValuePair<Slot, Value>>)_known).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static KnownValues Of(KeyValuePair<Slot, Value>[] known) => known.Length == 0 ? None : new KnownValues(known);

    private int IndexOf(Slot slot)
    {
        for (int index = 0; index < _known.Length; index++)
        {
            if (_known[index].Key.Equals(slot))
            {
                return index;
            }
        }

        return -1;
    }
}
