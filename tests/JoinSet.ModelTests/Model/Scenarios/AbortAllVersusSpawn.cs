namespace JoinSets.Model.Scenarios;

/// <summary>AbortAll strikes what is in the set, and nothing that comes later.</summary>
internal sealed class AbortAllVersusSpawn : Scenario
{
    private const string Spared = "the task was spared";
    private const string Struck = "the task was aborted";

    internal override string[] Outcomes => [Spared, Struck];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        Task aborting = Task.Run(set.AbortAll);
        bool isTooLate = aborting.IsCompleted;
        set.Spawn(Work.Abortable(1));
        JoinResult<int>? result = await set.JoinNextAsync();
        await aborting;

        if (result is { IsSuccess: true })
        {
            Saw(Spared);
            MustBe(result, 1);
        }
        else
        {
            Saw(Struck);
            MustBeCanceled(result);
            Must(!isTooLate, "what is spawned after AbortAll is not touched by it");
        }

        await MustBeEmptyAsync(set);
    }
}
