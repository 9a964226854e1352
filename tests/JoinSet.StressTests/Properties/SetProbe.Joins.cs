namespace JoinSets.StressTests.Properties;

internal sealed partial class SetProbe
{
    internal void TryJoinNext() => Record(()
        => Set.TryJoinNext(out JoinResult<int> result) ? Read(result) : Answer.Of(AnswerKind.NothingReady));

    /// <summary>Joins; a join that must wait is kept, under its number.</summary>
    internal void Join(bool isCanceledBefore) => Record(() =>
    {
        var cancellation = new CancellationTokenSource();
        if (isCanceledBefore)
        {
            cancellation.Cancel();
        }

        ValueTask<JoinResult<int>?> join = Set.JoinNextAsync(cancellation.Token);
        var waiting = new WaitingJoin(join.AsTask(), cancellation);
        if (waiting.Task.IsCompleted)
        {
            return Read(waiting);
        }

        _joins.Add(waiting);
        return Answer.Of(AnswerKind.Waits, _joins.Count - 1);
    });

    internal void CancelJoin(int choice)
    {
        if (_joins.Count > 0)
        {
            _joins[choice % _joins.Count].Cancellation.Cancel();
        }
    }

    /// <summary>What a join gave that had to wait.</summary>
    internal Answer Await(int join)
    {
        Patience.Until(() => _joins[join].Task.IsCompleted, $"join {join} ends");
        return Read(_joins[join]);
    }

    internal bool IsWaiting(int join) => !_joins[join].Task.IsCompleted;

    private Answer Read(WaitingJoin join)
    {
        if (join.Task.IsFaulted)
        {
            throw join.Task.Exception.InnerException!;
        }

        if (join.Task.IsCanceled)
        {
            var exception = Assert.IsAssignableFrom<OperationCanceledException>(Xunit.Record.Exception(() => join.Task.GetAwaiter().GetResult()));
            Assert.Equal(join.Cancellation.Token, exception.CancellationToken);
            return Answer.Of(AnswerKind.JoinCanceled);
        }

        return join.Task.Result is { } result ? Read(result) : Answer.Of(AnswerKind.Empty);
    }

    private Answer Read(JoinResult<int> result)
    {
        GatedJob job = _jobs.Single(job => job.Handle.Id == result.Id);
        Assert.Equal($"{job.Number}", result.Name);
        Assert.True(job.Handle.IsFinished, "joined, yet not finished");
        return Answer.Of(KindOf(result, job), job.Number);
    }

    private static AnswerKind KindOf(JoinResult<int> result, GatedJob job)
    {
        Assert.Equal(1, (result.IsSuccess ? 1 : 0) + (result.IsCanceled ? 1 : 0) + (result.IsFaulted ? 1 : 0));
        if (result.TryGetValue(out int value))
        {
            Assert.Equal(job.Number, value);
            Assert.Null(result.Error);
            return AnswerKind.Success;
        }

        Exception exception = result.Error!.Exception;
        if (result.IsCanceled)
        {
            Assert.IsAssignableFrom<OperationCanceledException>(exception);
            return AnswerKind.Canceled;
        }

        Assert.True(job.Owns(exception), $"not the job's own exception: {exception}");
        return exception is OperationCanceledException ? AnswerKind.Stray : AnswerKind.Faulted;
    }
}
