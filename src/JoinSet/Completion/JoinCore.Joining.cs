namespace JoinSets.Completion;

internal sealed partial class JoinCore
{
    /// <summary>Joins the next task, or makes a waiter for it.</summary>
    /// <param name="set">The set above, kept alive while the join waits.</param>
    /// <param name="cancellationToken">Cancels the wait and nothing else.</param>
    /// <param name="joined">What was there at once; meaningless where a waiter is returned.</param>
    /// <returns>The waiter to await; null when <paramref name="joined"/> is the answer.</returns>
    internal JoinWaiter? Join(object set, CancellationToken cancellationToken, out Joined joined)
    {
        JoinWaiter waiter;
        lock (_lock)
        {
            if (TryJoinAtOnceLocked(out joined))
            {
                return null;
            }

            waiter = RentWaiterLocked(set);
            if (!cancellationToken.CanBeCanceled)
            {
                EnqueueLocked(waiter);
                return waiter;
            }
        }

        // Outside the lock, because the callback may run at once; before the waiter is enqueued (W4).
        waiter.Watch(cancellationToken);
        return EnqueueWatched(waiter, out joined);
    }

    /// <summary>The same as an awaitable, for the joins that the library itself makes.</summary>
    internal ValueTask<Joined> JoinAsync(object set, CancellationToken cancellationToken)
        => Join(set, cancellationToken, out Joined joined) is { } waiter ? new(waiter, waiter.Version) : new(joined);

    /// <summary>Joins a task that has finished already.</summary>
    /// <returns>Null when none has, or the set is empty or closed.</returns>
    internal JoinEntry? TryJoin()
    {
        JoinEntry? entry;
        JoinWaiter? released = null;
        lock (_lock)
        {
            entry = TryTakeLocked();
            if (entry is not null && _members.Count == 0)
            {
                released = ReleaseAllLocked(Joined.Nothing);
            }
        }

        CompleteOnPool(released);
        return entry;
    }

    /// <summary>Ends the wait of one joiner because its token was cancelled. What it waited for stays in the set.</summary>
    internal void CancelJoin(JoinWaiter waiter)
    {
        bool wasWaiting;
        lock (_lock)
        {
            if (!waiter.IsCancelableLocked)
            {
                return; // served already: the result is its own
            }

            wasWaiting = waiter.IsWaitingLocked;
            if (wasWaiting)
            {
                _waiters.Remove(waiter);
            }

            waiter.CancelLocked();
        }

        if (wasWaiting)
        {
            PoolDispatch.Queue(waiter, preferLocal: false);
        }
    }

    /// <summary>Keeps one idle waiter for the next join.</summary>
    internal void Return(JoinWaiter waiter) => Volatile.Write(ref _idleWaiter, waiter);

    private JoinWaiter? EnqueueWatched(JoinWaiter waiter, out Joined joined)
    {
        bool isCanceled;
        lock (_lock)
        {
            isCanceled = waiter.IsCanceledLocked;
            joined = default;
            if (!isCanceled && !TryJoinAtOnceLocked(out joined))
            {
                EnqueueLocked(waiter);
                return waiter;
            }
        }

        if (isCanceled)
        {
            waiter.Complete(); // nobody awaits it yet: this runs no continuation
            return waiter;
        }

        waiter.GiveBack();
        return null;
    }

    /// <summary>Serves the joiners that wait, as far as the results go. Runs on a thread of the pool, woken by a completion.</summary>
    private void Wake()
    {
        JoinWaiter? served = null;
        JoinWaiter? last = null;
        lock (_lock)
        {
            while (!_waiters.IsEmpty)
            {
                if (TryTakeLocked() is { } entry)
                {
                    JoinWaiter waiter = _waiters.TryDequeue()!;
                    waiter.SettleLocked(Joined.Of(entry));
                    Append(ref served, ref last, waiter);
                }
                else if (_members.Count == 0)
                {
                    Append(ref served, ref last, ReleaseAllLocked(Joined.Nothing)!);
                }
                else if (_completed.TryArmLocked())
                {
                    break; // I1: what ends next comes back here
                }
            }
        }

        // The first joiner goes on right here; this is a work item of its own.
        CompleteOnPool(Unlink(served));
        served?.Complete();
    }

    // True: the answer is there (a task, an empty set, a closed one). False: wait; I1 holds as soon as the waiter is enqueued.
    private bool TryJoinAtOnceLocked(out Joined joined)
    {
        joined = _isClosed ? Joined.Closed : Joined.Nothing;
        if (_isClosed)
        {
            return true;
        }

        if (!_waiters.IsEmpty)
        {
            return false; // I4: behind those who came first
        }

        do
        {
            if (TryTakeLocked() is { } entry)
            {
                joined = Joined.Of(entry);
                return true;
            }

            if (_members.Count == 0)
            {
                return true;
            }
        }
        while (!_completed.TryArmLocked());

        return false;
    }

    private JoinEntry? TryTakeLocked()
    {
        JoinEntry? entry = _ready.TryDequeue();
        if (entry is null)
        {
            _ready.Refill(_completed.TakeAllLocked());
            entry = _ready.TryDequeue();
        }

        if (entry is not null)
        {
            _members.Remove(entry);
        }

        return entry;
    }

    private JoinWaiter RentWaiterLocked(object set)
    {
        JoinWaiter waiter = Interlocked.Exchange(ref _idleWaiter, null) ?? _createWaiter(this);
        waiter.RentLocked(set);
        return waiter;
    }

    private void EnqueueLocked(JoinWaiter waiter)
    {
        waiter.MarkWaitingLocked();
        _waiters.Enqueue(waiter);
    }

    // Settles all that wait, as a chain linked by Next.
    private JoinWaiter? ReleaseAllLocked(Joined joined)
    {
        JoinWaiter? first = null;
        JoinWaiter? last = null;
        while (_waiters.TryDequeue() is { } waiter)
        {
            waiter.SettleLocked(joined);
            Append(ref first, ref last, waiter);
        }

        return first;
    }

    private static void Append(ref JoinWaiter? first, ref JoinWaiter? last, JoinWaiter waiter)
    {
        if (last is null)
        {
            first = waiter;
        }
        else
        {
            last.Next = waiter;
        }

        last = waiter;
    }

    // Takes the rest of a chain off its first waiter, which is used again as soon as it is completed.
    private static JoinWaiter? Unlink(JoinWaiter? waiter)
    {
        JoinWaiter? next = waiter?.Next;
        if (waiter is not null)
        {
            waiter.Next = null;
        }

        return next;
    }

    private static void CompleteOnPool(JoinWaiter? chain)
    {
        while (chain is { } waiter)
        {
            chain = Unlink(waiter);
            PoolDispatch.Queue(waiter, preferLocal: false);
        }
    }
}
