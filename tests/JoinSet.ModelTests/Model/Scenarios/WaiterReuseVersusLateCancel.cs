namespace JoinSets.Model.Scenarios;

/// <summary>The waiter of a join is used again by the next one: a cancellation that was meant for the first must not strike that.</summary>
internal sealed class WaiterReuseVersusLateCancel : Scenario
{
    private const string Joined = "the first join got a result";
    private const string Canceled = "the first join was cancelled";

    internal override string[] Outcomes => [Joined, Canceled];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        using var cancellation = new CancellationTokenSource();
        set.Spawn(Work.AtOnce(1));
        set.Spawn(Work.AtOnce(2));
        Task canceling = Task.Run(cancellation.Cancel);

        List<int> values = [];
        try
        {
            values.Add((await set.JoinNextAsync(cancellation.Token))!.Value.Value);
            Saw(Joined);
        }
        catch (OperationCanceledException)
        {
            Saw(Canceled);
        }

        values.AddRange((await DrainAsync(set)).Select(result => result.Value));
        values.Sort();
        Must(values.SequenceEqual([1, 2]), "every result is joined once");
        await MustBeEmptyAsync(set);
        await canceling;
    }
}
