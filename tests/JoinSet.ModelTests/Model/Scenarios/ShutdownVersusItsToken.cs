namespace JoinSets.Model.Scenarios;

/// <summary>ShutdownAsync is cancelled while it reaps: what it did not reap is aborted and still in the set.</summary>
internal sealed class ShutdownVersusItsToken : Scenario
{
    private const string Done = "the set was reaped";
    private const string Canceled = "the reaping was cancelled";

    internal override string[] Outcomes => [Done, Canceled];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        using var cancellation = new CancellationTokenSource();
        set.Spawn(Work.UntilAborted);
        set.Spawn(Work.UntilAborted);
        Task canceling = Task.Run(cancellation.Cancel);

        bool isCanceled = false;
        try
        {
            await set.ShutdownAsync(cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            isCanceled = true;
        }

        Saw(isCanceled ? Canceled : Done);
        int left = set.Count;
        Must(isCanceled || left == 0, "a set that was reaped is empty");
        List<JoinResult<int>> rest = await DrainAsync(set);
        Must(rest.Count == left && rest.All(result => result.IsCanceled), "the rest was aborted and is joined once");
        await MustBeEmptyAsync(set);
        await canceling;
    }
}
