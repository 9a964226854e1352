namespace JoinSets.Model.Scenarios;

/// <summary>DetachAll comes while a join waits: the task is joined or forgotten, runs to its end either way, and the set is as good as new.</summary>
internal sealed class DetachVersusJoin : Scenario
{
    private const string Joined = "the task was joined";
    private const string Forgotten = "the task was forgotten";

    internal override string[] Outcomes => [Joined, Forgotten];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        set.Spawn(async token =>
        {
            int value = await Work.Abortable(1)(token);
            ended.SetResult();
            return value;
        });
        Task detaching = Task.Run(set.DetachAll);
        JoinResult<int>? result = await set.JoinNextAsync();
        await detaching;

        Saw(result is null ? Forgotten : Joined);
        if (result is not null)
        {
            MustBe(result, 1);
        }

        await MustBeEmptyAsync(set);
        await ended.Task;
        set.Spawn(Work.AtOnce(2));
        MustBe(await set.JoinNextAsync(), 2);
        await MustBeEmptyAsync(set);
    }
}
