namespace JoinSets.Model.Scenarios;

/// <summary>A task is aborted before, while or after it starts. Whoever is first owns it: the work runs whole or not at all.</summary>
internal sealed class AbortVersusStart : Scenario
{
    private const string Ran = "the work ran";
    private const string NeverRan = "the work never ran";

    internal override string[] Outcomes => [Ran, NeverRan];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var census = new Census();
        AbortHandle handle = set.Spawn(census.Of(Work.AtOnce(1)));

        handle.Abort();
        Must(set.Count == 1, "an abort takes nothing out of the set");
        JoinResult<int>? result = await set.JoinNextAsync();

        if (census.Started == 0)
        {
            Saw(NeverRan);
            MustBeCanceled(result);
        }
        else
        {
            Saw(Ran);
            MustBe(result, 1);
        }

        Must(handle.IsFinished, "what was joined is finished");
        await MustBeEmptyAsync(set);
        Must(census.Started < 2, "the work runs at most once");
    }
}
