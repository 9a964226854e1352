namespace JoinSets.Model.Scenarios;

/// <summary>A task that had finished when another was spawned comes out before it, whatever the joiner does meanwhile.</summary>
internal sealed class CompletionOrderVersusJoin : Scenario
{
    private const string Finished = "the first had finished";
    private const string Unfinished = "the first had not finished";

    internal override string[] Outcomes => [Finished, Unfinished];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        AbortHandle first = set.Spawn(Work.AtOnce(1));
        set.Spawn(Work.AtOnce(2));
        bool isFinished = first.IsFinished;
        set.Spawn(Work.AtOnce(3));

        int[] values = [.. (await DrainAsync(set)).Select(result => result.Value)];

        Saw(isFinished ? Finished : Unfinished);
        Must(values.Order().SequenceEqual([1, 2, 3]), "every task is joined once");
        Must(!isFinished || Array.IndexOf(values, 1) < Array.IndexOf(values, 3), "results come out in the order of completion");
        await MustBeEmptyAsync(set);
    }
}
