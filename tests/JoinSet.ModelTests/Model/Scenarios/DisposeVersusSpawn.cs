namespace JoinSets.Model.Scenarios;

/// <summary>Dispose comes while a task is spawned: the spawn is refused, or its task is aborted and waited for like any other.</summary>
internal sealed class DisposeVersusSpawn : Scenario
{
    private const string Refused = "the spawn came too late";
    private const string Ran = "the task ran and was aborted";
    private const string NeverRan = "the task never ran";

    internal override string[] Outcomes => [Refused, Ran, NeverRan];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        var census = new Census();
        Task closing = Task.Run(async () => await set.DisposeAsync());
        bool isRefused = false;
        try
        {
            set.Spawn(census.Of(Work.UntilAborted));
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        await closing;
        Saw(isRefused ? Refused : census.Started == 0 ? NeverRan : Ran);
        Must(census.Started == 0 || !isRefused, "what is refused never runs");
        Must(census.Running == 0, "every task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
    }
}
