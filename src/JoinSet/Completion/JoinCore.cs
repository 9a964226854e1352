namespace JoinSets.Completion;

/// <summary>
/// The mechanism under a set: who is in it, who has finished, in which order, and who waits to hear of it.
/// It knows no public type; the sets are thin faces over it.
/// </summary>
/// <remarks>
/// <para>Thread safety: every member may be called from any thread at any time. <c>_lock</c> guards all fields but
/// <c>_completed</c>; no user code runs under it, and ending a task does not take it. The lock is a plain object, not a
/// <c>System.Threading.Lock</c>, so that the model checker can control it.</para>
/// <list type="bullet">
/// <item>I1. While somebody waits, the set is not empty, and either the stack is armed or a wake-up is on its way to
/// <see cref="Wake"/>: no joiner sleeps beside a result.</item>
/// <item>I2. Every member is in exactly one place: still to end, on the stack, or in the ready queue. What stands in the queue is
/// older than anything on the stack.</item>
/// <item>I3. A member leaves once: to one joiner, by DetachAll, or by Close. Its <see cref="JoinEntry.Slot"/> tells.</item>
/// <item>I4. Joiners are served in the order in which they came; only TryJoinNext, which never waits, may overtake.</item>
/// <item>I5. After the set is closed it holds nothing and takes nothing; <c>_stopping</c> counts the tasks that Close found
/// running, plus one while Close itself is under way.</item>
/// <item>I6. An entry points to the core, and the core never to the set: a set that nobody holds is found by the garbage
/// collector although its tasks run. A joiner that waits does hold the set.</item>
/// </list>
/// </remarks>
internal sealed partial class JoinCore : IThreadPoolWorkItem
{
    private static long s_lastId;

    private readonly object _lock = new();
    private readonly ConcurrencyGate? _gate;
    private readonly Func<JoinCore, JoinWaiter> _createWaiter;
    private readonly CancellationTokenRegistration _parent;
    private CompletionStack _completed;
    private ReadyQueue _ready;
    private EntryTable _members;
    private WaiterQueue _waiters;
    private JoinWaiter? _idleWaiter;
    private TaskCompletionSource? _stopped;
    private int _stopping;
    private int _reapers;
    private bool _isParentCanceled;
    private bool _isDropped;
    private volatile bool _isClosed;

    /// <param name="createWaiter">Makes a waiter that speaks the language of the set above.</param>
    /// <param name="maxConcurrency">How many of the set's own tasks run at once; null: no bound.</param>
    /// <param name="parent">Cancelling it aborts what is in the set then, and all that is spawned later.</param>
    internal JoinCore(Func<JoinCore, JoinWaiter> createWaiter, int? maxConcurrency, CancellationToken parent)
    {
        _gate = maxConcurrency is { } bound ? new ConcurrencyGate(bound) : null;
        _createWaiter = createWaiter;

        // Last: the callback may run before this returns.
        _parent = parent.UnsafeRegister(static core => ((JoinCore)core!).OnParentCanceled(), this);
    }

    internal int Count => _members.Count;

    internal bool IsClosed => _isClosed;

    /// <summary>Takes a new task into the set and sends it off.</summary>
    /// <returns>False when the set is closed: nothing has happened.</returns>
    internal bool TryInsert(JoinEntry entry)
    {
        bool startsAborted;
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            // Under the lock, so that the ids grow in the order of the spawns.
            entry.Enlist(this, Interlocked.Increment(ref s_lastId));
            _members.Add(entry);
            startsAborted = _isParentCanceled || _reapers > 0;
        }

        if (startsAborted)
        {
            entry.Abort();
        }
        else if (_gate is { } gate && entry.IsOwned)
        {
            gate.Enter(entry);
        }
        else
        {
            entry.Dispatch();
        }

        return true;
    }

    /// <summary>Records that a task has ended; its entry belongs to the joiner from now on. Takes no lock.</summary>
    internal void Push(JoinEntry entry)
    {
        if (_completed.Push(entry))
        {
            // By the global queue: until its turn comes completions pile up, and one wake-up serves them all.
            PoolDispatch.Queue(this, preferLocal: false);
        }
    }

    /// <summary>Does what remains to be done for a task that has ended, in the set or forgotten.</summary>
    internal void OnEnded(JoinEntry entry, bool isClosing)
    {
        if (isClosing)
        {
            OnStopped();
        }

        if (_gate is { } gate && entry.IsOwned)
        {
            gate.Leave(entry);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (Volatile.Read(ref _isDropped))
        {
            Close();
            return;
        }

        Wake();
    }
}
