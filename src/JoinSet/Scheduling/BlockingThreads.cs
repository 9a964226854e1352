namespace JoinSets.Scheduling;

/// <summary>
/// Threads for work that blocks: as many as there is work, up to a bound, each ending when it has been idle for a while.
/// So blocking work never takes a thread from the pool. Thread-safe.
/// </summary>
/// <remarks>
/// <para>B1. <c>_lock</c> guards every field; no user code runs under it.</para>
/// <para>B2. Each idle thread that is told of work is taken off <c>_idle</c> by who tells it, so that two spawns in a row never
/// count on the same thread.</para>
/// <para>B3. While work waits, either the bound is reached or a thread is on its way to it.</para>
/// <para>B4. An interrupt (Thread.Interrupt) that was meant for work comes too late when the work has ended: it is swallowed, not
/// thrown, as on a thread of ours there is nobody to catch it and it would end the process. The work's own are taken off before its
/// outcome is published: they would strike at the first contended lock, be it one of the pool's.</para>
/// </remarks>
internal sealed class BlockingThreads(int maxThreads, TimeSpan idleTime)
{
    private readonly object _lock = new();
    private readonly PendingQueue _pending = new();
    private int _threads;
    private int _idle;
    private int _told;

    /// <summary>The threads of the process: at most 512, as in tokio; an idle one ends after 10 seconds.</summary>
    internal static BlockingThreads Shared { get; } = new(maxThreads: 512, idleTime: TimeSpan.FromSeconds(10));

    /// <summary>How many threads there are, idle ones included.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _threads;
            }
        }
    }

    /// <summary>Runs the entry on an idle thread, on a new one, or when one of the threads comes free.</summary>
    internal void Queue(JoinEntry entry)
    {
        lock (_lock)
        {
            _pending.Enqueue(entry);
            if (_idle > 0)
            {
                _idle--;
                _told++;
                Monitor.Pulse(_lock);
                return;
            }

            if (_threads == maxThreads)
            {
                return;
            }

            _threads++;
        }

        StartThread();
    }

    private void StartThread()
    {
        try
        {
            new Thread(Work) { IsBackground = true, Name = "JoinSet blocking" }.UnsafeStart();
        }
#pragma warning disable CA1031 // no more threads to be had: the others will come to the work
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FailIfNobodyIsLeft(exception);
        }
    }

    private void FailIfNobodyIsLeft(Exception exception)
    {
        var stranded = new List<JoinEntry>();
        lock (_lock)
        {
            _threads--;
            while (_threads == 0 && _pending.TryDequeue() is { } entry)
            {
                stranded.Add(entry);
            }
        }

        foreach (JoinEntry entry in stranded)
        {
            entry.Fail(exception);
        }
    }

    private void Work()
    {
        ExecutionContext clean = ExecutionContext.Capture()!; // UnsafeStart brought none along: this is the empty one
        while (TakeWork() is { } entry)
        {
            entry.Run();
            ForgetTraces(clean);
        }
    }

    private JoinEntry? TakeWork()
    {
        while (true)
        {
            try
            {
                lock (_lock)
                {
                    return TakeWorkLocked();
                }
            }
            catch (ThreadInterruptedException)
            {
                continue; // by the lock itself, when it is contended: nothing has happened yet (B4)
            }
        }
    }

    private JoinEntry? TakeWorkLocked()
    {
        while (true)
        {
            if (_pending.TryDequeue() is { } entry)
            {
                return entry;
            }

            if (!WaitLocked())
            {
                _threads--;
                return null;
            }
        }
    }

    // False: nothing came for the whole idle time.
    private bool WaitLocked()
    {
        _idle++;
        while (_told == 0)
        {
            if (!WaitOnceLocked() && _told == 0)
            {
                _idle--;
                return false;
            }
        }

        _told--; // whoever told us took us off _idle (B2)
        return true;
    }

    // False: the time is up. After an interrupt the wait begins anew (B4).
    private bool WaitOnceLocked()
    {
        try
        {
            return Monitor.Wait(_lock, idleTime);
        }
        catch (ThreadInterruptedException)
        {
            return true;
        }
    }

    // What the work left on its thread must not meet the next one's.
    private static void ForgetTraces(ExecutionContext clean)
    {
        ExecutionContext.Restore(clean);
        SynchronizationContext.SetSynchronizationContext(null);
        Thread.CurrentThread.Priority = ThreadPriority.Normal;
        Thread.CurrentThread.IsBackground = true;
        ForgetInterrupt();
    }

    /// <summary>Takes an interrupt off this thread that its work has left behind (B4).</summary>
    internal static void ForgetInterrupt()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
            // it was meant for work that is over
        }
    }
}
