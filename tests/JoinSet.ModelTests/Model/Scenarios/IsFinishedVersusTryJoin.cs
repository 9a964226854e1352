namespace JoinSets.Model.Scenarios;

/// <summary>IsFinished is a promise: who has seen it can join the result at once.</summary>
internal sealed class IsFinishedVersusTryJoin : Scenario
{
    private const string Finished = "it was finished";
    private const string Unfinished = "it was not finished yet";

    internal override string[] Outcomes => [Finished, Unfinished];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        AbortHandle handle = set.Spawn(Work.AtOnce(1));

        if (handle.IsFinished)
        {
            Saw(Finished);
            Must(set.TryJoinNext(out JoinResult<int> result), "what is finished can be joined");
            MustBe(result, 1);
        }
        else
        {
            Saw(Unfinished);
            MustBe(await set.JoinNextAsync(), 1);
        }

        Must(handle.IsFinished, "what was joined is finished");
        await MustBeEmptyAsync(set);
    }
}
