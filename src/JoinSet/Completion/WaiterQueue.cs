namespace JoinSets.Completion;

/// <summary>The joiners that wait, first come first served. Not thread-safe: it belongs to the core's lock.</summary>
internal struct WaiterQueue
{
    private JoinWaiter? _first;
    private JoinWaiter? _last;

    internal readonly bool IsEmpty => _first is null;

    internal void Enqueue(JoinWaiter waiter)
    {
        waiter.Previous = _last;
        waiter.Next = null;
        if (_last is null)
        {
            _first = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
    }

    internal JoinWaiter? TryDequeue()
    {
        JoinWaiter? waiter = _first;
        if (waiter is not null)
        {
            Remove(waiter);
        }

        return waiter;
    }

    internal void Remove(JoinWaiter waiter)
    {
        if (waiter.Previous is { } previous)
        {
            previous.Next = waiter.Next;
        }
        else
        {
            _first = waiter.Next;
        }

        if (waiter.Next is { } next)
        {
            next.Previous = waiter.Previous;
        }
        else
        {
            _last = waiter.Previous;
        }

        waiter.Next = null;
        waiter.Previous = null;
    }
}
