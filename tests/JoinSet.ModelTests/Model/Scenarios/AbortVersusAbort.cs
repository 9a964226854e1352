namespace JoinSets.Model.Scenarios;

/// <summary>Two abort the same running task: whichever returns first, the token is cancelled when it does.</summary>
internal sealed class AbortVersusAbort : Scenario
{
    private const string First = "the first returned first";
    private const string Second = "the second returned first";

    internal override string[] Outcomes => [First, Second];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var started = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        AbortHandle handle = set.Spawn(token =>
        {
            started.SetResult(token);
            return Work.UntilAborted(token);
        });
        CancellationToken token = await started.Task;
        int returned = 0;

        void Abort(string outcome)
        {
            handle.Abort();
            Must(token.IsCancellationRequested, "the token is cancelled when Abort returns");
            if (Interlocked.Increment(ref returned) == 1)
            {
                Saw(outcome);
            }
        }

        await TogetherAsync(Task.Run(() => Abort(First)), Task.Run(() => Abort(Second)));
        MustBeCanceled(await set.JoinNextAsync());
        await MustBeEmptyAsync(set);
    }
}
