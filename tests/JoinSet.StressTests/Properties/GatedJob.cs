namespace JoinSets.StressTests.Properties;

/// <summary>Work whose start the test sees and whose end the test decides. It never heeds its token by itself.</summary>
internal sealed class GatedJob(int number, bool endsInline)
{
    private readonly TaskCompletionSource<int> _end =
        new(endsInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly InvalidOperationException _failure = new($"job {number} failed");
    private readonly OperationCanceledException _thrown = new($"job {number} gave up");
    private CancellationToken _token;
    private int _starts;

    internal int Number => number;

    internal AbortHandle Handle { get; set; }

    internal bool IsStarted => Volatile.Read(ref _starts) > 0;

    /// <summary>How often the set called the work: never more than once.</summary>
    internal int Starts => Volatile.Read(ref _starts);

    internal bool IsTokenCanceled => _token.IsCancellationRequested;

    internal bool IsToldToEnd => _end.Task.IsCompleted;

    /// <summary>For Add: the task that somebody else started.</summary>
    internal Task<int> Task => _end.Task;

    internal Task<int> Run(CancellationToken token)
    {
        _token = token;
        Interlocked.Increment(ref _starts);
        return _end.Task;
    }

    internal int RunBlocking(CancellationToken token) => Run(token).GetAwaiter().GetResult();

    /// <returns>False when it was told before how to end.</returns>
    internal bool TryEnd(Ending ending) => ending switch
    {
        Ending.Value => _end.TrySetResult(number),
        Ending.Fault => _end.TrySetException(_failure),
        Ending.TwoFaults => _end.TrySetException([_failure, new InvalidOperationException("and again")]),
        Ending.Cancellation => _end.TrySetCanceled(),
        _ => _end.TrySetException(_thrown),
    };

    /// <summary>
    /// What the set never started, or was only to wait for, is this test's own to look at; any other failure is for the set to look at.
    /// </summary>
    internal void ObserveOwnFailure()
    {
        if (!IsStarted)
        {
            _ = _end.Task.Exception;
        }
    }

    /// <summary>Whether the job ended with this very exception.</summary>
    internal bool Owns(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: { Count: 2 } all } => ReferenceEquals(all[0], _failure),
        TaskCanceledException canceled => ReferenceEquals(canceled.Task, _end.Task),
        _ => ReferenceEquals(exception, _failure) || ReferenceEquals(exception, _thrown),
    };
}
