namespace JoinSets.StressTests.Properties;

internal sealed partial class SetModel
{
    internal void TryJoinNext() => Step("TryJoinNext", () =>
    {
        if (_set.IsClosed || _set.Next.Count == 0)
        {
            Expect(_set.IsClosed ? AnswerKind.Disposed : AnswerKind.NothingReady);
            return;
        }

        Take(probe.Answer);
    });

    internal void Join(bool isCanceledBefore) => Step("Join", () =>
    {
        if (_set.IsClosed || isCanceledBefore)
        {
            Expect(_set.IsClosed ? AnswerKind.Disposed : AnswerKind.JoinCanceled);
            return;
        }

        if (_set.Next.Count > 0)
        {
            Take(probe.Answer);
            return;
        }

        Expect(_set.Count == 0 ? AnswerKind.Empty : AnswerKind.Waits);
        if (_set.Count > 0)
        {
            _joins.Add(int.Parse(probe.Answer.Jobs, System.Globalization.CultureInfo.InvariantCulture));
            _joinCount++;
        }
    });

    internal void CancelJoin(int choice) => Step("CancelJoin", () =>
    {
        if (_joinCount > 0 && _joins.Remove(choice % _joinCount))
        {
            Answer answer = probe.Await(choice % _joinCount);
            coverage.Saw("waiting Join", answer);
            Assert.Equal(AnswerKind.JoinCanceled, answer.Kind);
        }
    });

    private int _joinCount;

    // Serves those who wait as far as it goes, in turn.
    private void ServeJoins()
    {
        while (_joins.Count > 0 && (_set.Count == 0 || _set.Next.Count > 0))
        {
            Answer answer = probe.Await(_joins[0]);
            _history.Append(", join ").Append(_joins[0]).Append(" gave ").Append(answer);
            coverage.Saw("waiting Join", answer);
            _joins.RemoveAt(0);
            if (_set.Count > 0)
            {
                Take(answer);
                continue;
            }

            Assert.Equal(AnswerKind.Empty, answer.Kind);
        }
    }

    private void Take(Answer answer)
    {
        PlainJob? joined = _set.Next.FirstOrDefault(job => answer == Answer.Of(job.Result, job.Number));
        Assert.True(joined is not null, $"expected one of {string.Join(", ", _set.Next.Select(job => Answer.Of(job.Result, job.Number)))}, got {answer} after{this}");
        _set.Join(joined!);
    }
}
