namespace JoinSets.Model.Scenarios;

/// <summary>The last task spawns another into its own set: who drains the set must not find it empty in between.</summary>
internal sealed class SpawnFromTaskVersusLastJoin : Scenario
{
    private const string ParentFirst = "the spawning task was joined first";
    private const string ChildFirst = "the spawned task was joined first";

    internal override string[] Outcomes => [ParentFirst, ChildFirst];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(async _ =>
        {
            set.Spawn(Work.AtOnce(2));
            await Task.Yield();
            return 1;
        });

        List<JoinResult<int>> results = await DrainAsync(set);

        Must(results.Count == 2, $"two tasks are joined, not {results.Count}");
        bool isParentFirst = results[0].Value == 1;
        Saw(isParentFirst ? ParentFirst : ChildFirst);
        MustBe(results[0], isParentFirst ? 1 : 2);
        MustBe(results[1], isParentFirst ? 2 : 1);
        await MustBeEmptyAsync(set);
    }
}
