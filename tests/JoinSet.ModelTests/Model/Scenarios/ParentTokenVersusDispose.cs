namespace JoinSets.Model.Scenarios;

/// <summary>The parent token is cancelled while the set is closed: the registration goes, the task stops, nobody waits for the other.</summary>
internal sealed class ParentTokenVersusDispose : Scenario
{
    private const string ParentFirst = "the parent was cancelled before";
    private const string ParentLater = "the parent was not cancelled yet";

    internal override string[] Outcomes => [ParentFirst, ParentLater];

    protected override async Task RunAsync()
    {
        using var parent = new CancellationTokenSource();
        var set = new JoinSet<int>(parent.Token);
        var census = new Census();
        set.Spawn(census.Of(Work.UntilAborted));
        Task canceling = Task.Run(parent.Cancel);

        Saw(parent.IsCancellationRequested ? ParentFirst : ParentLater);
        await set.DisposeAsync();
        Must(census.Running == 0, "every task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
        await canceling;
    }
}
