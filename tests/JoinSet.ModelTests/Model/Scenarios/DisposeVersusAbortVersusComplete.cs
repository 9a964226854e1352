namespace JoinSets.Model.Scenarios;

/// <summary>Three parties over one task: it is counted once by the one that waits for it to stop.</summary>
internal sealed class DisposeVersusAbortVersusComplete : Scenario
{
    private const string NeverRan = "the task never ran";
    private const string Stopped = "the task saw its abort";
    private const string Ended = "the task ended by itself";

    internal override string[] Outcomes => [NeverRan, Stopped, Ended];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        var census = new Census();
        bool hasEnded = false;
        AbortHandle handle = set.Spawn(census.Of(async token =>
        {
            int value = await Work.Abortable(1)(token);
            hasEnded = true;
            return value;
        }));
        Task aborting = Task.Run(handle.Abort);

        await set.DisposeAsync();
        Must(census.Running == 0, "every task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
        Saw(hasEnded ? Ended : census.Started == 0 ? NeverRan : Stopped);
        await aborting;
    }
}
