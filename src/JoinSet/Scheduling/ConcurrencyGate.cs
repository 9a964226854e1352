namespace JoinSets.Scheduling;

/// <summary>
/// MaxConcurrency: how many of a set's tasks run at once. The others wait here, first in first out. Thread-safe.
/// </summary>
/// <remarks>
/// <para>G1. While an entry that could run waits, all slots are held, or the gate is suspended (G4).</para>
/// <para>G2. A slot is held from the moment the work is sent off until the task ends, detached or not; it goes from the task
/// that ends straight to the next.</para>
/// <para>G3. The ticket of an entry only moves forward (<see cref="GateTicket"/>), under this lock. An entry that was aborted
/// before it came (Left) is not let in; one that is aborted while it waits is passed over.</para>
/// <para>G4. While many are aborted together the gate is suspended: nobody gets a turn. Else the first of them to end would start
/// one that the abort has not reached yet.</para>
/// </remarks>
internal sealed class ConcurrencyGate(int slots)
{
    private readonly object _lock = new();
    private readonly PendingQueue _waiting = new();
    private int _free = slots;
    private int _suspensions;

    /// <summary>Sends the entry off, now or when its turn comes.</summary>
    internal void Enter(JoinEntry entry)
    {
        lock (_lock)
        {
            if (entry.Ticket == GateTicket.Left)
            {
                return;
            }

            if (_free == 0 || _suspensions > 0)
            {
                entry.Ticket = GateTicket.Waiting;
                _waiting.Enqueue(entry);
                return;
            }

            _free--;
            entry.Ticket = GateTicket.Holding;
        }

        entry.Dispatch();
    }

    /// <summary>Takes note that the entry has ended, and sends off the next one if that gave a slot free.</summary>
    internal void Leave(JoinEntry entry)
    {
        JoinEntry? next = null;
        lock (_lock)
        {
            bool heldSlot = entry.Ticket == GateTicket.Holding;
            entry.Ticket = GateTicket.Left;
            if (heldSlot)
            {
                _free++;
                next = TakeTurnLocked();
            }
        }

        // Not Dispatch: a scheduler or context is the user's code, and this thread may be anybody's.
        next?.HandOver();
    }

    /// <summary>Gives nobody a turn until <see cref="Resume"/>. May be nested.</summary>
    internal void Suspend()
    {
        lock (_lock)
        {
            _suspensions++;
        }
    }

    internal void Resume()
    {
        var turns = new List<JoinEntry>();
        lock (_lock)
        {
            _suspensions--;
            while (TakeTurnLocked() is { } next)
            {
                turns.Add(next);
            }
        }

        foreach (JoinEntry next in turns)
        {
            next.HandOver();
        }
    }

    private JoinEntry? TakeTurnLocked()
    {
        if (_free == 0 || _suspensions > 0 || _waiting.TryDequeue() is not { } next)
        {
            return null;
        }

        _free--;
        next.Ticket = GateTicket.Holding;
        return next;
    }
}
