namespace JoinSets.StressTests.Properties;

/// <summary>The calls that wait for tasks: while they wait, every job is told to end with its value, one after the other.</summary>
internal sealed partial class SetProbe
{
    /// <summary>Whether DisposeAsync was through before any job was told to end.</summary>
    internal bool StoppedAtOnce { get; private set; }

    private bool IsAnyJoinWaiting => _joins.Exists(join => !join.Task.IsCompleted);

    internal void JoinAll() => WhileAllEnd(() =>
    {
        // Work that fails as soon as its turn comes would race with the abort that the failure before it brings about.
        if (_jobs.Exists(job => job.IsToldToEnd && !job.Handle.IsFinished))
        {
            return Answer.Of(AnswerKind.Skipped);
        }

        Task<int[]> all = Set.JoinAllAsync();
        EndAll();
        Patience.Until(() => all.IsCompleted, "JoinAllAsync ends");
        return all.Status switch
        {
            TaskStatus.RanToCompletion => Answer.Of(AnswerKind.Success, all.Result),
            TaskStatus.Canceled => Answer.Of(AnswerKind.Canceled),
            _ => Answer.Of(AnswerKind.Faulted, all.Exception!.InnerExceptions.Select(each => _jobs.Single(job => job.Owns(each)).Number)),
        };
    });

    internal void Shutdown() => WhileAllEnd(() =>
    {
        Task shutdown = Set.ShutdownAsync();
        EndAll();
        Patience.Until(() => shutdown.IsCompleted, "ShutdownAsync ends");
        Assert.True(shutdown.IsCompletedSuccessfully, $"ShutdownAsync: {shutdown.Exception}");
        return Answer.Of(AnswerKind.Done);
    });

    internal void DisposeSetAsync() => WhileAllEnd(() =>
    {
        Task stopped = Set.DisposeAsync().AsTask();
        StoppedAtOnce = stopped.IsCompleted;
        EndAll();
        Patience.Until(() => stopped.IsCompleted, "DisposeAsync ends");
        Assert.True(stopped.IsCompletedSuccessfully, $"DisposeAsync: {stopped.Exception}");
        return Answer.Of(AnswerKind.Done);
    });

    // Other joins that wait would get results in an order that nobody can foretell.
    private void WhileAllEnd(Func<Answer> call)
    {
        if (IsAnyJoinWaiting)
        {
            Answer = Answer.Of(AnswerKind.Skipped);
            return;
        }

        Record(call);
    }

    private void EndAll()
    {
        foreach (GatedJob job in _jobs)
        {
            job.TryEnd(Ending.Value);
            Patience.Until(() => job.Handle.IsFinished, $"job {job.Number} is finished");
        }
    }
}
