using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace JoinSets.Completion;

/// <summary>
/// One task of a set, from the spawn to the join. It is at the same time the source of the token that the work is given,
/// the work item that starts it and the node of the lists that it stands in: one allocation a task.
/// </summary>
/// <remarks>
/// <para>Thread safety: <see cref="Abort"/>, <see cref="Run"/>, <see cref="Fail"/> and the properties may be called from any
/// thread at any time. <see cref="Slot"/> belongs to the core's lock, <see cref="Ticket"/> to the lock of the concurrency gate.</para>
/// <para>The status word decides every race. Bits are only ever added, each by an interlocked operation, so that the
/// order in which they were added is the same for everybody:</para>
/// <list type="bullet">
/// <item>E1. <c>Started</c> and <c>Completed</c> are each set by exactly one party. Who sets <c>Started</c> runs the work and alone
/// sets <c>Completed</c> later; where nobody started, who sets <c>Completed</c> (an abort, or the end of an added task) owns the
/// entry. The owner, and nobody else, publishes it: once.</item>
/// <item>E2. <c>Aborted</c> is never added after <c>Completed</c>: what the joiner reads is what was true when the task ended.</item>
/// <item>E3. <c>Forgotten</c> and <c>Closing</c> are added under the core's lock. An entry that is forgotten before it is
/// completed is never pushed to the core; one that is completed first may still be on its way there, and is skipped by whoever
/// finds it, because its <see cref="Slot"/> is gone.</item>
/// <item>E4. <c>_payload</c> and <c>_link</c> belong to the owner of E1 until the entry is pushed, and to the joiner afterwards.
/// The push is a full fence and the joiner takes the stack with another, so plain reads and writes are enough.</item>
/// </list>
/// </remarks>
internal abstract class JoinEntry : CancellationTokenSource, IThreadPoolWorkItem
{
    private const int Started = 1;
    private const int Aborted = 2;
    private const int Completed = 4;
    private const int Forgotten = 8;
    private const int Closing = 16;

    private static readonly ContextCallback s_start = static entry => ((JoinEntry)entry!).Start();

    /// <summary>Where the core's table keeps this entry; -1 when it is not, or no longer, a member of the set.</summary>
    internal int Slot = -1;

    /// <summary>Where this entry stands with the concurrency gate.</summary>
    internal GateTicket Ticket;

    private readonly string? _name;
    private JoinCore? _core;
    private object? _payload; // the work until it starts, then the task it gave; null when the work never started
    private object? _link; // the context to start under until the start, Next after the end: never both, and 8 bytes a task less
    private long _id;
    private int _status;
    private volatile bool _isFinished;

    protected JoinEntry(object? payload, string? name, ExecutionContext? context)
    {
        _payload = payload;
        _name = name;
        _link = context;
    }

    /// <summary>The link of the list of finished tasks: the stack of completions first, then the core's queue.</summary>
    internal JoinEntry? Next
    {
        get => Unsafe.As<JoinEntry>(_link);
        set => _link = value;
    }

    internal long Id => _id;

    internal string? Name => _name;

    /// <summary>True once the result can be joined (or, for a forgotten task, once it has stopped).</summary>
    internal bool IsFinished => _isFinished;

    /// <summary>True once the task has ended or will never start; perhaps a moment before <see cref="IsFinished"/>.</summary>
    internal bool IsCompleted => (Volatile.Read(ref _status) & Completed) != 0;

    /// <summary>Whether the task takes one of the slots of MaxConcurrency, and whether the set waits for it when it is disposed.</summary>
    internal virtual bool IsOwned => true;

    /// <summary>Sends the work to where it runs, from the thread that spawned it.</summary>
    internal abstract void Dispatch();

    /// <summary>Sends the work to where it runs, from a thread that must not run user code (a task ended and gave up its slot).</summary>
    internal virtual void HandOver() => PoolDispatch.Queue(this, preferLocal: false);

    /// <summary>Calls the user's delegate.</summary>
    protected abstract Task? Invoke(object work);

    /// <summary>Arranges for <see cref="OnTaskEnded"/> to be called when the task ends.</summary>
    /// <remarks>As the task may end at once, nothing of the entry may be touched after the hook is set.</remarks>
    protected virtual void Hook(Task task) => task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(OnTaskEnded);

    /// <summary>Called by the abort that found the work not started and so ended it.</summary>
    protected virtual void OnAbandoned()
    {
    }

    /// <summary>What happens on a thread of the pool after <see cref="PoolDispatch.Queue"/>.</summary>
    protected virtual void OnPoolThread() => Run();

    void IThreadPoolWorkItem.Execute() => OnPoolThread();

    internal void Enlist(JoinCore core, long id)
    {
        _core = core;
        _id = id;
    }

    /// <summary>Starts the work on this thread, unless an abort came first.</summary>
    internal void Run()
    {
        if (!TryClaim(Started, out _))
        {
            return;
        }

        // Where the spawner suppressed the flow the work runs in the thread's own context, but in a frame of its own all the same:
        // on the thread of a scheduler or of a context, what a delegate that is not async writes would stay there.
        ExecutionContext? context = Unsafe.As<ExecutionContext>(_link) ?? ExecutionContext.Capture();
        _link = null;
        if (context is null)
        {
            Start(); // the flow is suppressed on this thread, too
            return;
        }

        ExecutionContext.Run(context, s_start, this);
    }

    /// <summary>Ends a task whose work could not be sent to where it should run.</summary>
    internal void Fail(Exception exception)
    {
        if (TryClaim(Started, out _))
        {
            Complete(Task.FromException(exception));
        }
    }

    /// <summary>
    /// Requests the abort. The token is cancelled on return; its callbacks run on the pool. Work that has not started never will.
    /// </summary>
    internal void Abort()
    {
        int seen = Volatile.Read(ref _status);
        while ((seen & Completed) == 0)
        {
            bool unstarted = (seen & Started) == 0;
            int wanted = seen | Aborted | (unstarted ? Completed : 0);
            int found = Interlocked.CompareExchange(ref _status, wanted, seen);
            if (found != seen)
            {
                seen = found;
                continue;
            }

            if (unstarted)
            {
                Abandon(seen);
                return;
            }

            // Also by the second of two aborts: whichever returns first, the token is cancelled when it does.
            RequestCancellation();
            return;
        }
    }

    /// <summary>Takes the entry out of the set's hands. The caller holds the core's lock.</summary>
    /// <param name="closing">The set is being disposed: count this task until it has stopped.</param>
    /// <returns>Whether the task had yet to end.</returns>
    internal bool ForgetLocked(bool closing)
    {
        Slot = -1;
        int before = Interlocked.Or(ref _status, closing ? Forgotten | Closing : Forgotten);
        return (before & Completed) == 0;
    }

    /// <summary>Gives the outcome to the one joiner and lets go of all that the entry held.</summary>
    internal JoinOutcome TakeOutcome()
    {
        var outcome = new JoinOutcome(_id, _name, _payload as Task, (_status & Aborted) != 0);
        Release();
        return outcome;
    }

    /// <summary>Lets go of everything but what an AbortHandle shows: a handle that is kept keeps nothing else alive.</summary>
    internal void Release()
    {
        _payload = null;
        _core = null;
        Next = null;
        _isFinished = true;
    }

    protected void OnTaskEnded() => Complete((Task)_payload!);

    /// <summary>Ends an entry whose task was never this set's to start.</summary>
    protected void CompleteAdded(Task task)
    {
        if (TryClaim(Completed, out int before))
        {
            Publish(before, task);
        }
    }

    private void Start()
    {
        Task task = InvokeSafely();
        if (task.IsCompleted)
        {
            Complete(task);
            return;
        }

        _payload = task;
        Hook(task);
    }

    private Task InvokeSafely()
    {
        try
        {
            return Invoke(_payload!) ?? Task.FromException(new InvalidOperationException(
                "The delegate that was given to the JoinSet returned null instead of a task."));
        }
#pragma warning disable CA1031 // whatever the delegate throws is the task's result: nothing may escape into the pool
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException(exception);
        }
    }

    private void Complete(Task task)
    {
        Debug.Assert(task.IsCompleted, "only an ended task is complete");
        Publish(Interlocked.Or(ref _status, Completed), task);
    }

    private void Abandon(int before)
    {
        _link = null;
        OnAbandoned();
        Publish(before, task: null);
    }

    private void Publish(int before, Task? task)
    {
        JoinCore core = _core!;
        _ = task?.Exception; // seen, whoever joins or forgets it: no UnobservedTaskException later
        if ((before & Forgotten) == 0)
        {
            _payload = task;
            core.Push(this); // from here on the entry belongs to the joiner
            _isFinished = true;
        }
        else
        {
            Release();
        }

        core.OnEnded(this, isClosing: (before & Closing) != 0);
    }

    private bool TryClaim(int bit, out int before)
    {
        before = Volatile.Read(ref _status);
        while ((before & (Started | Completed)) == 0)
        {
            int found = Interlocked.CompareExchange(ref _status, before | bit, before);
            if (found == before)
            {
                return true;
            }

            before = found;
        }

        return false;
    }

    private void RequestCancellation()
    {
        Task callbacks = CancelAsync();
        if (!callbacks.IsCompletedSuccessfully)
        {
            callbacks.ContinueWith(
                static ended => _ = ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
