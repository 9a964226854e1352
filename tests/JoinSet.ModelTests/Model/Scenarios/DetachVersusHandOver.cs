namespace JoinSets.Model.Scenarios;

/// <summary>MaxConcurrency: the set is emptied while a task waits for its turn. It keeps the turn, runs, and gives the slot back.</summary>
internal sealed class DetachVersusHandOver : Scenario
{
    private const string Before = "the slot had been handed on";
    private const string After = "the slot had not been handed on yet";

    internal override string[] Outcomes => [Before, After];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 1 });
        var census = new Census();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        set.Spawn(census.Of(Work.AtOnce(1)));
        set.Spawn(census.Of(async token =>
        {
            int value = await Work.Abortable(2)(token);
            ended.SetResult();
            return value;
        }));

        Saw(census.Started == 2 ? Before : After);
        set.DetachAll();
        await MustBeEmptyAsync(set);
        await ended.Task;

        set.Spawn(census.Of(Work.AtOnce(3)));
        MustBe(await set.JoinNextAsync(), 3);
        Must(census.Peak == 1, $"one runs at a time, not {census.Peak}");
        Must(census.Started == 3, "detached work runs");
        await MustBeEmptyAsync(set);
    }
}
