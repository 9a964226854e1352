namespace JoinSets.StressTests.Properties;

/// <summary>A real set under calls from several threads. Each call returns only when what it does by contract is done.</summary>
/// <param name="tellsCanceledFromFaulted">
/// False where AbortAll is among the calls: it reaches one task after the other, and a task that gives up meanwhile may or may
/// not have been reached.
/// </param>
internal sealed class ParallelProbe(bool tellsCanceledFromFaulted) : SlotSet
{
    private readonly SlotJob[] _slots = [.. Enumerable.Range(0, Slots).Select(slot => new SlotJob(slot))];
    private readonly Lazy<JoinSet<int>> _set = new(() => new JoinSet<int>()); // the library makes many probes that it never drives
    private readonly Lock _draining = new();
    private string? _rest;

    /// <summary>What was left when all calls had been made. Ends the probe.</summary>
    internal string Rest
    {
        get
        {
            lock (_draining)
            {
                return _rest ??= DrainAndDispose();
            }
        }
    }

    internal override string Spawn(ParallelCall call)
    {
        SlotJob slot = _slots[call.Slot];
        GatedJob job = slot.Job;
        return Put(slot, isOwned: true, () =>
        {
            job.Handle = _set.Value.Spawn(job.Run, $"{call.Slot}");
            Patience.Until(() => job.IsStarted || job.Handle.IsFinished, $"job {call.Slot} starts or is aborted");
            return job.IsStarted ? "started" : "never started";
        });
    }

    internal override string Add(int slot) => Put(_slots[slot], isOwned: false, () =>
    {
        _slots[slot].Job.Handle = _set.Value.Add(_slots[slot].Job.Task, $"{slot}");
        return "added";
    });

    internal override string End(int slot, Ending ending) => OnJob(slot, job =>
    {
        job.TryEnd(ending);
        Patience.Until(() => job.Handle.IsFinished, $"job {slot} is finished");
        return "told";
    });

    internal override string Abort(int slot) => OnJob(slot, job =>
    {
        job.Handle.Abort();
        if (!_slots[slot].IsOwned)
        {
            // The second of two aborts returns at once, perhaps before the first has made the result joinable.
            Patience.Until(() => job.Handle.IsFinished, $"the wait for job {slot} is abandoned");
        }

        return "aborted";
    });

    internal override string IsFinished(int slot) => OnJob(slot, job => job.Handle.IsFinished ? "finished" : "not finished");

    internal override string TryJoinNext()
    {
        try
        {
            return _set.Value.TryJoinNext(out JoinResult<int> result) ? $"{KindOf(result)} {result.Name}" : "nothing";
        }
        catch (ObjectDisposedException)
        {
            return "disposed";
        }
    }

    internal override string Count() => $"{_set.Value.Count}";

    internal override string AbortAll() => Done(_set.Value.AbortAll);

    internal override string DetachAll() => Done(_set.Value.DetachAll);

    internal override string Dispose() => Done(_set.Value.Dispose);

    private string DrainAndDispose()
    {
        string rest = Drain();
        _set.Value.Dispose();
        Array.ForEach(_slots, slot => slot.Job.ObserveOwnFailure());
        return rest;
    }

    private AnswerKind KindOf(JoinResult<int> result)
    {
        AnswerKind failure = result.IsCanceled ? AnswerKind.Canceled : AnswerKind.Faulted;
        return result.IsSuccess ? AnswerKind.Success : tellsCanceledFromFaulted ? failure : AnswerKind.Faulted;
    }

    private static string Done(Action call)
    {
        call();
        return "done";
    }

    private static string Put(SlotJob slot, bool isOwned, Func<string> put)
    {
        if (!slot.TryClaim())
        {
            return "taken";
        }

        try
        {
            string answer = put();
            slot.SetIn(isTaken: true, isOwned);
            return answer;
        }
        catch (ObjectDisposedException)
        {
            slot.SetIn(isTaken: false, isOwned);
            return "disposed";
        }
    }

    private string OnJob(int slot, Func<GatedJob, string> call) => _slots[slot].IsPresent() ? call(_slots[slot].Job) : "no job";
}
