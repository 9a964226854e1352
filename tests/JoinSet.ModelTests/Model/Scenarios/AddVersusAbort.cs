namespace JoinSets.Model.Scenarios;

/// <summary>A task that somebody else started ends while the wait for it is abandoned.</summary>
internal sealed class AddVersusAbort : Scenario
{
    private const string Joined = "the task was joined";
    private const string Abandoned = "the wait was abandoned";

    internal override string[] Outcomes => [Joined, Abandoned];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var source = new TaskCompletionSource<int>();
        Task ending = Task.Run(() => source.SetResult(1));
        AbortHandle handle = set.Add(source.Task);
        Task aborting = Task.Run(handle.Abort);
        JoinResult<int>? result = await set.JoinNextAsync();

        if (result is { IsSuccess: true })
        {
            Saw(Joined);
            MustBe(result, 1);
        }
        else
        {
            Saw(Abandoned);
            MustBeCanceled(result);
        }

        await MustBeEmptyAsync(set);
        await TogetherAsync(ending, aborting);
        Must(source.Task.IsCompletedSuccessfully, "the task itself is not the set's to stop");
        await MustBeEmptyAsync(set);
    }
}
