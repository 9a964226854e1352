namespace JoinSets.Model.Scenarios;

/// <summary>The garbage collector finds a set that nobody disposed while its tasks run: they are aborted, or end by themselves.</summary>
internal sealed class DropVersusComplete : Scenario
{
    private const string Ended = "the task ended by itself";
    private const string Stopped = "the task saw its abort";
    private const string NeverRan = "the task never ran";

    internal override string[] Outcomes => [Ended, Stopped, NeverRan];

    protected override async Task RunAsync()
    {
        var set = new JoinSet();
        var census = new Census();
        bool hasEnded = false;
        set.Spawn(census.Of(Work.UntilAborted));
        set.Spawn(census.Of(async token =>
        {
            int value = await Work.Abortable(1)(token);
            hasEnded = true;
            return value;
        }));

        Finalization.Run(set);
        await set.DisposeAsync();

        Must(census.Running == 0, "every task has stopped");
        Must(set.Count == 0, "a dropped set is empty");
        Saw(hasEnded ? Ended : census.Started == 0 ? NeverRan : Stopped);
    }
}
