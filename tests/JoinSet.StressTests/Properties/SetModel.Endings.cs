namespace JoinSets.StressTests.Properties;

internal sealed partial class SetModel
{
    private PlainJob[] _stopping = []; // what the set found running when it was closed

    internal void JoinAll() => WhileAllEnd("JoinAll", () =>
    {
        if (_jobs.Exists(job => job.Ending is not null && !job.IsEnded))
        {
            Expect(AnswerKind.Skipped);
            return;
        }

        if (_set.IsClosed)
        {
            Expect(AnswerKind.Disposed);
            return;
        }

        if (_set.Ready.Any(job => job.Result != AnswerKind.Success))
        {
            _set.AbortAll();
        }

        EndAll();
        Assert.Equal(GatheredAnswer([.. _set.Ready]), probe.Answer);
        _set.DetachAll(); // all have been joined
    });

    internal void Shutdown() => WhileAllEnd("Shutdown", () =>
    {
        Expect(AnswerKind.Done);
        _set.AbortAll();
        EndAll();
        _set.DetachAll();
    });

    internal void Dispose() => Step("Dispose", () =>
    {
        Expect(AnswerKind.Done);
        Close();
    });

    internal void DisposeAsync() => WhileAllEnd("DisposeAsync", () =>
    {
        Expect(AnswerKind.Done);
        Close();
        bool mustWait = _stopping.Any(job => !job.IsEnded);
        coverage.Saw($"DisposeAsync {(mustWait ? "waits" : "has nothing to wait for")}", probe.Answer);
        Assert.False(mustWait && probe.StoppedAtOnce, $"DisposeAsync did not wait for a running task after{this}");
        EndAll();
    });

    private static Answer GatheredAnswer(PlainJob[] joined)
    {
        if (joined.All(job => job.Result == AnswerKind.Success))
        {
            return Answer.Of(AnswerKind.Success, joined.Select(job => job.Number));
        }

        int[] faults = [.. joined.Where(job => job.Result is AnswerKind.Faulted or AnswerKind.Stray).Select(job => job.Number)];
        return faults.Length == 0 ? Answer.Of(AnswerKind.Canceled) : Answer.Of(AnswerKind.Faulted, faults);
    }

    private void WhileAllEnd(string call, Action act) => Step(call, () =>
    {
        if (_joins.Count > 0)
        {
            Expect(AnswerKind.Skipped);
            return;
        }

        act();
    });

    private void EndAll() => _jobs.ForEach(job => _set.End(job, Ending.Value));

    private void Close()
    {
        if (!_set.IsClosed)
        {
            _stopping = [.. _set.Running];
            _set.Close();
        }
    }
}
