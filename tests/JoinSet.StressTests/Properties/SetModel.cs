using System.Text;

namespace JoinSets.StressTests.Properties;

/// <summary>
/// Does to a <see cref="PlainSet"/> what was done to the real set, waits until the real one has done what must follow, and
/// compares: the answer of the call, and all that can be seen of the set and its tasks.
/// </summary>
internal sealed partial class SetModel(SetProbe probe, int? maxConcurrency, Coverage coverage)
{
    private readonly PlainSet _set = new(maxConcurrency);
    private readonly List<PlainJob> _jobs = [];
    private readonly List<int> _joins = []; // those that wait, first come first served
    private readonly StringBuilder _history = new();

    internal void Spawn(SpawnWay way) => Step($"Spawn {way}", () =>
    {
        Expect(_set.IsClosed ? AnswerKind.Disposed : AnswerKind.Done);
        if (!_set.IsClosed)
        {
            _jobs.Add(_set.Spawn(_jobs.Count, isOwned: way != SpawnWay.Added));
        }
    });

    internal void End(int choice, Ending ending) => OnJob($"End {ending}", choice, job => _set.End(job, ending));

    internal void Abort(int choice) => OnJob("Abort", choice, job => _set.Abort(job));

    internal void AbortAll() => Step("AbortAll", () =>
    {
        Expect(AnswerKind.Done);
        _set.AbortAll();
    });

    internal void CancelParent() => Step("CancelParent", () =>
    {
        Expect(AnswerKind.Done);
        _set.CancelParent();
    });

    internal void DetachAll() => Step("DetachAll", () =>
    {
        Expect(AnswerKind.Done);
        _set.DetachAll();
    });

    /// <summary>Ends every job and joins what is left: nothing may be missing, nothing may be too much.</summary>
    internal bool Finish()
    {
        for (int job = 0; job < _jobs.Count; job++)
        {
            probe.End(job, Ending.Value);
            End(job, Ending.Value);
        }

        do
        {
            probe.TryJoinNext();
            TryJoinNext();
        }
        while (probe.Answer.Kind is not (AnswerKind.NothingReady or AnswerKind.Disposed));

        Assert.Equal(0, probe.Count);
        Assert.Empty(_joins);
        probe.Dispose();
        return true;
    }

    public override string ToString() => _history.ToString();

    private void OnJob(string call, int choice, Action<PlainJob> act) => Step(call, () =>
    {
        Expect(_jobs.Count == 0 ? AnswerKind.Skipped : AnswerKind.Done);
        if (_jobs.Count > 0)
        {
            act(_jobs[choice % _jobs.Count]);
        }
    });

    private void Step(string call, Action act)
    {
        _history.Append("\n  ").Append(call).Append(" -> ").Append(probe.Answer);
        coverage.Saw(call, probe.Answer);
        try
        {
            act();
            Settle();
            Compare();
        }
        catch
        {
            probe.Dispose(); // blocked threads would hinder the search for a shorter example
            throw;
        }
    }

    private void Expect(params AnswerKind[] allowed)
        => Assert.True(allowed.Contains(probe.Answer.Kind), $"expected {string.Join('/', allowed)}, got {probe.Answer} after{this}");
}
