namespace JoinSets.Model.Scenarios;

/// <summary>TryJoinNext may take the last result from under a joiner that waits: that one is told that the set is empty.</summary>
internal sealed class TryJoinVersusWaitingJoiner : Scenario
{
    private const string Waiting = "the waiting joiner got it";
    private const string Overtaken = "TryJoinNext got it";

    internal override string[] Outcomes => [Waiting, Overtaken];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));
        Task<JoinResult<int>?> waiting = Task.Run(() => JoinAsync(set));
        bool isOvertaken = set.TryJoinNext(out JoinResult<int> taken);
        JoinResult<int>? joined = await waiting;

        Saw(isOvertaken ? Overtaken : Waiting);
        Must(isOvertaken == joined is null, "one result goes to one joiner");
        MustBe(isOvertaken ? taken : joined, 1);
        await MustBeEmptyAsync(set);
    }
}
