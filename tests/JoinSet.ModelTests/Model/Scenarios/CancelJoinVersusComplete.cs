namespace JoinSets.Model.Scenarios;

/// <summary>A join is cancelled while the task that it waits for ends: the result goes to it, or to the next join.</summary>
internal sealed class CancelJoinVersusComplete : Scenario
{
    private const string Joined = "the join got the result";
    private const string Canceled = "the join was cancelled";

    internal override string[] Outcomes => [Joined, Canceled];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        using var cancellation = new CancellationTokenSource();
        set.Spawn(Work.AtOnce(1));
        Task canceling = Task.Run(cancellation.Cancel);

        MustBe(await JoinTwiceAsync(set, cancellation.Token), 1);
        await MustBeEmptyAsync(set);
        await canceling;
    }

    private async Task<JoinResult<int>?> JoinTwiceAsync(JoinSet<int> set, CancellationToken token)
    {
        try
        {
            JoinResult<int>? result = await set.JoinNextAsync(token);
            Saw(Joined);
            return result;
        }
        catch (OperationCanceledException exception)
        {
            Saw(Canceled);
            Must(exception.CancellationToken == token, "the exception carries the token of the join");
            Must(set.Count == 1, "a cancelled join takes nothing out of the set");
            return await set.JoinNextAsync(CancellationToken.None);
        }
    }
}
