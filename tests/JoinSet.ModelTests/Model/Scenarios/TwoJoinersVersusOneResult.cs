namespace JoinSets.Model.Scenarios;

/// <summary>Two come for one result: one gets it, the other learns that the set is empty.</summary>
internal sealed class TwoJoinersVersusOneResult : Scenario
{
    private const string First = "the first got it";
    private const string Second = "the second got it";

    internal override string[] Outcomes => [First, Second];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));
        Task<JoinResult<int>?> first = Task.Run(() => JoinAsync(set));
        Task<JoinResult<int>?> second = Task.Run(() => JoinAsync(set));
        JoinResult<int>? one = await first;
        JoinResult<int>? other = await second;

        Saw(one is null ? Second : First);
        Must(one is null || other is null, "one result goes to one joiner");
        MustBe(one ?? other, 1);
        await MustBeEmptyAsync(set);
    }
}
