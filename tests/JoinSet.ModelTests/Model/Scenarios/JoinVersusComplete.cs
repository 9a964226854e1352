namespace JoinSets.Model.Scenarios;

/// <summary>A task ends while somebody comes to join it.</summary>
internal sealed class JoinVersusComplete : Scenario
{
    private const string Ready = "the result was there";
    private const string Waited = "the joiner waited";

    internal override string[] Outcomes => [Ready, Waited];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));

        ValueTask<JoinResult<int>?> join = set.JoinNextAsync();
        Saw(join.IsCompleted ? Ready : Waited);

        MustBe(await join, 1);
        await MustBeEmptyAsync(set);
    }
}
