namespace JoinSets.Model.Scenarios;

/// <summary>A task is spawned while ShutdownAsync reaps: it is reaped too, or it comes after and stays.</summary>
internal sealed class ShutdownVersusSpawn : Scenario
{
    private const string Reaped = "the new task was reaped";
    private const string Stayed = "the new task came after";

    internal override string[] Outcomes => [Reaped, Stayed];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var census = new Census();
        set.Spawn(census.Of(Work.UntilAborted));
        Task spawning = Task.Run(() => set.Spawn(census.Of(Work.UntilAborted)));

        await set.ShutdownAsync();
        await spawning;

        int left = set.Count;
        Must(left is 0 or 1, $"at most the new task is left, not {left}");
        Saw(left == 0 ? Reaped : Stayed);
        Must(left == 1 || census.Running == 0, "what was reaped has stopped");
        set.AbortAll();
        List<JoinResult<int>> rest = await DrainAsync(set);
        Must(rest.Count == left && rest.All(result => result.IsCanceled), "what stayed is joined once");
        await MustBeEmptyAsync(set);
    }
}
