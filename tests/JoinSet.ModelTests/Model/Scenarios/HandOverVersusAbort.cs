namespace JoinSets.Model.Scenarios;

/// <summary>MaxConcurrency: a waiting task is aborted while it is given its turn. The slot is not lost, and the next one gets it.</summary>
internal sealed class HandOverVersusAbort : Scenario
{
    private const string Ran = "the waiting task had its turn";
    private const string NeverRan = "the waiting task was aborted first";

    internal override string[] Outcomes => [Ran, NeverRan];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 1 });
        var census = new Census();
        set.Spawn(census.Of(Work.AtOnce(1)));
        AbortHandle waiting = set.Spawn(census.Of(Work.AtOnce(2)));
        set.Spawn(census.Of(Work.AtOnce(3)));

        waiting.Abort();
        List<JoinResult<int>> results = await DrainAsync(set);
        int[] values = [.. results.Where(result => result.IsSuccess).Select(result => result.Value).Order()];

        Must(results.Count == 3, $"three tasks are joined, not {results.Count}");
        Must(census.Peak == 1, $"one runs at a time, not {census.Peak}");
        Must(values.Length == census.Started, "what ran has a value, and what has a value ran");
        Must(values.SequenceEqual(values.Length == 3 ? [1, 2, 3] : [1, 3]), "only the aborted one may be missing");
        Saw(values.Length == 3 ? Ran : NeverRan);
        await MustBeEmptyAsync(set);
    }
}
