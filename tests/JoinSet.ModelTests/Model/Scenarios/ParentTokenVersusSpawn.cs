namespace JoinSets.Model.Scenarios;

/// <summary>The parent token is cancelled while a task is spawned: the task is aborted, whichever was first.</summary>
internal sealed class ParentTokenVersusSpawn : Scenario
{
    private const string Ran = "the task ran and was aborted";
    private const string NeverRan = "the task never ran";

    internal override string[] Outcomes => [Ran, NeverRan];

    protected override async Task RunAsync()
    {
        using var parent = new CancellationTokenSource();
        using var set = new JoinSet<int>(parent.Token);
        var census = new Census();
        Task canceling = Task.Run(parent.Cancel);
        bool isTooLate = canceling.IsCompleted;
        set.Spawn(census.Of(Work.UntilAborted));

        MustBeCanceled(await set.JoinNextAsync());
        Saw(census.Started == 0 ? NeverRan : Ran);
        Must(census.Started == 0 || !isTooLate, "what is spawned under a cancelled parent never runs");
        await MustBeEmptyAsync(set);
        await canceling;
    }
}
