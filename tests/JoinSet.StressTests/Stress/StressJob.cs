using System.Globalization;

namespace JoinSets.StressTests.Stress;

/// <summary>One task of a stress test: what it does, and what is known of it. Thread-safe.</summary>
internal sealed class StressJob(int number, JobPlan plan, StressLedger ledger)
{
    private Exception? _thrown;
    private int _starts;
    private volatile bool _isAbortRequested;

    /// <summary>How many AbortAll calls had returned when the job was made.</summary>
    private readonly int _abortsBefore = ledger.AbortsEnded;

    internal string Name { get; } = number.ToString(CultureInfo.InvariantCulture);

    internal AbortHandle Handle { get; set; }

    /// <summary>The job runs once, or never where an abort came first.</summary>
    internal int Starts => Volatile.Read(ref _starts);

    internal void Abort()
    {
        _isAbortRequested = true;
        Handle.Abort();
    }

    internal Task<int> RunAsync(CancellationToken token)
    {
        Interlocked.Increment(ref _starts);
        ledger.Started();
        return plan switch
        {
            JobPlan.Value => Task.FromResult(number),
            JobPlan.Null => null!,
            JobPlan.Throws => throw Keep(new InvalidOperationException(Name)),
            _ => RunSlowlyAsync(token),
        };
    }

    /// <summary>The same as work that blocks its thread.</summary>
    internal int RunBlocking(CancellationToken token)
        => (RunAsync(token) ?? throw new InvalidOperationException("null")).GetAwaiter().GetResult();

    /// <summary>Whether the job can have ended with this exception: the very object that it threw, or what is made of a null.</summary>
    internal bool Owns(Exception exception) => plan == JobPlan.Null
        ? exception is InvalidOperationException or TaskCanceledException
        : ReferenceEquals(exception, _thrown);

    /// <summary>Fails where the result cannot be this job's.</summary>
    internal void Check(bool isSuccess, bool isCanceled, int? value, JoinError? error)
    {
        Assert.True(Starts <= 1, $"job {Name} ran {Starts} times");
        if (isSuccess)
        {
            Assert.True(plan is JobPlan.Value or JobPlan.YieldedValue or JobPlan.CompletedValue or JobPlan.Heeding, $"{plan} succeeded");
            Assert.Equal(1, Starts);
            Assert.Equal(number, value ?? number);
            return;
        }

        Exception exception = error!.Exception;
        if (isCanceled)
        {
            Assert.True(_isAbortRequested || ledger.AbortsBegun > _abortsBefore, $"{plan} was canceled, and nobody had aborted it");
            Assert.IsAssignableFrom<OperationCanceledException>(exception);
            return;
        }

        Assert.True(plan is JobPlan.Throws or JobPlan.YieldedThrow or JobPlan.Stray or JobPlan.Null, $"{plan} failed: {exception}");
        Assert.True(Owns(exception), $"not the job's own exception: {exception}");
    }

    private async Task<int> RunSlowlyAsync(CancellationToken token)
    {
        ledger.Enter();
        try
        {
            await (plan is JobPlan.CompletedValue or JobPlan.Heeding ? WaitAsync(token) : YieldAsync()).ConfigureAwait(false);
            return plan switch
            {
                JobPlan.YieldedThrow => throw Keep(new InvalidOperationException(Name)),
                JobPlan.Stray => throw Keep(new OperationCanceledException(Name)),
                _ => number,
            };
        }
        finally
        {
            ledger.Leave();
        }
    }

    private async Task WaitAsync(CancellationToken token)
    {
        TaskCompletionSource gate = ledger.NewGate();
        CancellationTokenRegistration heed = plan == JobPlan.Heeding ? token.Register(() => gate.TrySetCanceled(token)) : default;
        try
        {
            await gate.Task.ConfigureAwait(false);
        }
        finally
        {
            heed.Unregister(); // not Dispose: this may run inside the callback
        }
    }

    private static async Task YieldAsync() => await Task.Yield();

    private Exception Keep(Exception exception) => _thrown = exception;
}
