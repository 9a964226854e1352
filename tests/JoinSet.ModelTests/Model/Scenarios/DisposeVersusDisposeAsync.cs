namespace JoinSets.Model.Scenarios;

/// <summary>Both ways to close a set at once: the one that waits still waits.</summary>
internal sealed class DisposeVersusDisposeAsync : Scenario
{
    private const string First = "Dispose had returned";
    private const string NotYet = "Dispose had not returned yet";

    internal override string[] Outcomes => [First, NotYet];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        var census = new Census();
        set.Spawn(census.Of(Work.Later(1)));
        Task closing = Task.Run(set.Dispose);
        Saw(closing.IsCompleted ? First : NotYet);

        await set.DisposeAsync();
        Must(census.Running == 0, "every task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
        await closing;
        await set.DisposeAsync();
    }
}
