namespace JoinSets.Completion;

internal sealed partial class JoinCore
{
    /// <summary>Requests the abort of all that is in the set now.</summary>
    internal void AbortAll()
    {
        JoinEntry[] members;
        lock (_lock)
        {
            members = _members.ToArray();
        }

        AbortEach(members);
    }

    /// <summary>As <see cref="AbortAll"/>, and until <see cref="EndReap"/> whatever is spawned starts aborted too.</summary>
    internal void BeginReap()
    {
        JoinEntry[] members;
        lock (_lock)
        {
            _reapers++;
            members = _members.ToArray();
        }

        AbortEach(members);
    }

    internal void EndReap()
    {
        lock (_lock)
        {
            _reapers--;
        }
    }

    /// <summary>Aborts all and joins until nothing is left; the results are gone.</summary>
    internal async Task ShutdownAsync(object set, CancellationToken cancellationToken)
    {
        BeginReap();
        try
        {
            if (!_isClosed)
            {
                cancellationToken.ThrowIfCancellationRequested(); // after the abort: that much is done in any case
            }

            while ((await JoinAsync(set, cancellationToken).ConfigureAwait(false)).Entry is { } entry)
            {
                entry.Release();
            }
        }
        finally
        {
            EndReap();
        }
    }

    /// <summary>Empties the set; the tasks run on.</summary>
    internal void DetachAll()
    {
        JoinWaiter? released;
        lock (_lock)
        {
            ForgetLocked(_members.TakeAll(), closing: false);
            released = ReleaseAllLocked(Joined.Nothing);
        }

        CompleteOnPool(released);
    }

    /// <summary>Closes the set for good: aborts what is in it, waits for nothing.</summary>
    internal void Close()
    {
        JoinEntry[] members;
        JoinWaiter? released;
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            _stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            members = _members.TakeAll();

            // Count all of them first and take off those that need no wait afterwards: a task may end at any moment, and
            // the one that stands for Close itself keeps the count above zero until the end (I5).
            Volatile.Write(ref _stopping, 1 + members.Length);
            int ended = members.Length - ForgetLocked(members, closing: true);
            Interlocked.Add(ref _stopping, -ended);
            released = ReleaseAllLocked(Joined.Closed);
        }

        _parent.Unregister();
        AbortEach(members);
        OnStopped();
        CompleteOnPool(released);
    }

    /// <summary>Closes the set and waits until every task of its own that it held has stopped.</summary>
    internal Task CloseAsync()
    {
        Close();
        lock (_lock)
        {
            return _stopped!.Task;
        }
    }

    /// <summary>Closes a set that nobody holds any more. Called by its finalizer, so the work is done elsewhere.</summary>
    internal void Drop()
    {
        Volatile.Write(ref _isDropped, true);
        PoolDispatch.Queue(this, preferLocal: false);
    }

    private void AbortEach(JoinEntry[] entries)
    {
        _gate?.Suspend(); // no entry of these starts in the slot that another one gives up (G4)
        foreach (JoinEntry entry in entries)
        {
            entry.Abort();
        }

        _gate?.Resume();
    }

    private void OnParentCanceled()
    {
        JoinEntry[] members;
        lock (_lock)
        {
            _isParentCanceled = true;
            members = _members.ToArray();
        }

        AbortEach(members);
    }

    // Returns how many of the set's own tasks have yet to end.
    private int ForgetLocked(JoinEntry[] members, bool closing)
    {
        int running = 0;
        foreach (JoinEntry entry in members)
        {
            bool isAwaited = closing && entry.IsOwned;
            if (entry.ForgetLocked(isAwaited) && isAwaited)
            {
                running++;
            }
        }

        // What has ended stands in the queue or on the stack; the rest is never pushed (E3).
        _ready.Clear();
        _ready.Refill(_completed.TakeAllLocked());
        return running;
    }

    private void OnStopped()
    {
        if (Interlocked.Decrement(ref _stopping) == 0)
        {
            _stopped!.TrySetResult();
        }
    }
}
