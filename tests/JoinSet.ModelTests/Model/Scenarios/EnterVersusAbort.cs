namespace JoinSets.Model.Scenarios;

/// <summary>MaxConcurrency: a task is aborted on its way to its slot: whether it took the slot or not, the next one gets it.</summary>
internal sealed class EnterVersusAbort : Scenario
{
    private const string Ran = "the task had its turn";
    private const string NeverRan = "the task was aborted first";

    internal override string[] Outcomes => [Ran, NeverRan];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 1 });
        var census = new Census();
        Task aborting = Task.Run(set.AbortAll);
        set.Spawn(census.Of(Work.AtOnce(1)));
        await aborting;
        Must(set.Count == 1, "an abort takes nothing out of the set");
        set.Spawn(census.Of(Work.AtOnce(2)));

        List<JoinResult<int>> results = await DrainAsync(set);
        int[] values = [.. results.Where(result => result.IsSuccess).Select(result => result.Value).Order()];

        Must(results.Count == 2, $"two tasks are joined, not {results.Count}");
        Must(census.Peak == 1, $"one runs at a time, not {census.Peak}");
        Must(values.Length == census.Started, "what ran has a value, and what has a value ran");
        Must(values.SequenceEqual(values.Length == 2 ? [1, 2] : [2]), "only the aborted one may be missing");
        Saw(values.Length == 2 ? Ran : NeverRan);
        await MustBeEmptyAsync(set);
    }
}
