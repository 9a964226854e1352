namespace JoinSets.StressTests.Stress;

/// <summary>The tasks that work together on one set of many, and one that completes what waits for it. Belongs to one round of a test.</summary>
internal sealed class StressCrew
{
    private readonly List<Task> _members = [];
    private readonly Task _completer;
    private volatile bool _isOver;

    internal StressCrew(StressLedger ledger) => _completer = Task.Run(async () =>
    {
        while (!_isOver || ledger.GatesWaiting > 0)
        {
            ledger.OpenGate();
            await Task.Yield();
        }
    });

    /// <summary>Ends when all members have done their work.</summary>
    internal Task Work => Task.WhenAll(_members);

    internal void Start(Func<Task> work) => _members.Add(Task.Run(work));

    /// <summary>Waits for all; the completer stays to the last.</summary>
    internal async Task EndAsync(StressLedger ledger)
    {
        await Work.ConfigureAwait(false);
        await StressRun.UntilAsync(() => ledger.Open.All(job => job.Handle.IsFinished), "every job that nobody joined ends").ConfigureAwait(false);
        _isOver = true;
        await _completer.ConfigureAwait(false);
    }
}
