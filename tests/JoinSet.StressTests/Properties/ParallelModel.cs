namespace JoinSets.StressTests.Properties;

/// <summary>What the set must have answered if the calls had been made in one particular order.</summary>
internal sealed class ParallelModel(bool tellsCanceledFromFaulted) : SlotSet
{
    private readonly PlainSet _set = new();
    private readonly PlainJob?[] _slots = new PlainJob?[Slots];
    private readonly bool[] _used = new bool[Slots];
    private readonly List<string> _answers = [];
    private bool _isConsistent = true;

    /// <summary>Whether each call and what is left agree with the real set.</summary>
    internal bool Explains(ParallelProbe probe) => _isConsistent && Drain() == probe.Rest;

    internal void Compare(ParallelCall call, string answer)
    {
        _isConsistent &= call.Answer == answer;
        _answers.Add(call.Answer == answer ? answer : $"{answer}, NOT {call.Answer}");
    }

    internal override string Spawn(ParallelCall call) => Put(call.Slot, () =>
    {
        // Whether an abort on another thread came before the start is a race that the contract leaves open: take it as it went.
        bool starts = call.Answer != "never started";
        _slots[call.Slot] = _set.Spawn(call.Slot, isOwned: true, starts);
        return starts ? "started" : "never started";
    });

    internal override string Add(int slot) => Put(slot, () =>
    {
        _slots[slot] = _set.Spawn(slot, isOwned: false);
        return "added";
    });

    internal override string End(int slot, Ending ending) => OnJob(slot, job =>
    {
        // Work that never starts must have been aborted by some call before this one: End returned, so it is finished.
        _isConsistent &= job.IsStarted || !job.IsOwned || job.IsEnded;
        _set.End(job, ending);
        return "told";
    });

    internal override string Abort(int slot) => OnJob(slot, job =>
    {
        _set.Abort(job);
        return "aborted";
    });

    internal override string IsFinished(int slot) => OnJob(slot, job => job.IsEnded ? "finished" : "not finished");

    internal override string TryJoinNext()
    {
        if (_set.IsClosed || _set.Next.Count == 0)
        {
            return _set.IsClosed ? "disposed" : "nothing";
        }

        PlainJob job = _set.Next[0];
        _set.Join(job);
        return $"{KindOf(job)} {job.Number}";
    }

    internal override string Count() => $"{_set.Count}";

    internal override string AbortAll() => Done(_set.AbortAll);

    internal override string DetachAll() => Done(_set.DetachAll);

    internal override string Dispose() => Done(_set.Close);

    public override string ToString() => string.Join(", ", _answers);

    private AnswerKind KindOf(PlainJob job)
    {
        AnswerKind failure = job.Result == AnswerKind.Canceled ? AnswerKind.Canceled : AnswerKind.Faulted;
        return job.Result == AnswerKind.Success ? AnswerKind.Success : tellsCanceledFromFaulted ? failure : AnswerKind.Faulted;
    }

    private static string Done(Action call)
    {
        call();
        return "done";
    }

    private string Put(int slot, Func<string> put)
    {
        if (_used[slot])
        {
            return "taken";
        }

        _used[slot] = true;
        return _set.IsClosed ? "disposed" : put();
    }

    private string OnJob(int slot, Func<PlainJob, string> call) => _slots[slot] is { } job ? call(job) : "no job";
}
