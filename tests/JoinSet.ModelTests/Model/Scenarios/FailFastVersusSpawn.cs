namespace JoinSets.Model.Scenarios;

/// <summary>A task spawns others into the set while JoinAllAsync reaps it after a failure: they start aborted, so that it ends.</summary>
internal sealed class FailFastVersusSpawn : Scenario
{
    private const string Ran = "the new task ran and was aborted";
    private const string NeverRan = "the new task never ran";

    internal override string[] Outcomes => [Ran, NeverRan];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var census = new Census();
        set.Spawn(_ => Task.FromException<int>(new InvalidDataException()));
        set.Spawn(async _ =>
        {
            await Task.Yield();
            set.Spawn(census.Of(Work.UntilAborted));
            return 1;
        });

        bool hasFailed = false;
        try
        {
            await set.JoinAllAsync();
        }
        catch (InvalidDataException)
        {
            hasFailed = true;
        }

        Must(hasFailed, "the first failure is thrown");
        Must(census.Running == 0, "every task has stopped");
        Saw(census.Started == 0 ? NeverRan : Ran);
        await MustBeEmptyAsync(set);
    }
}
