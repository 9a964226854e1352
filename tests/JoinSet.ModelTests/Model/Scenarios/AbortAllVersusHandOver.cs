namespace JoinSets.Model.Scenarios;

/// <summary>
/// MaxConcurrency: AbortAll ends the running task, whose slot must not go to one that the same AbortAll is about to abort; and
/// one that is spawned meanwhile must not wait for ever.
/// </summary>
internal sealed class AbortAllVersusHandOver : Scenario
{
    private const string Struck = "the new task was aborted with the others";
    private const string Spared = "the new task came later and had its turn";

    internal override string[] Outcomes => [Struck, Spared];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 1 });
        var struck = new Census();
        var late = new Census();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        set.Spawn(token =>
        {
            started.SetResult();
            return Work.UntilAborted(token);
        });
        set.Spawn(struck.Of(Work.AtOnce(2)));
        await started.Task;

        Task aborting = Task.Run(set.AbortAll);
        set.Spawn(late.Of(Work.AtOnce(3)));
        List<JoinResult<int>> results = await DrainAsync(set);
        await aborting;

        Must(results.Count == 3, $"three tasks are joined, but {results.Count}");
        Must(struck.Started == 0, "what waited when all were aborted never starts");
        Must(results.Count(result => result.IsSuccess) == late.Started, "only the new task may have a value, and only if it ran");
        Must(results.Count(result => result.IsCanceled) == 3 - late.Started, "the others were aborted");
        Saw(late.Started == 0 ? Struck : Spared);
        await MustBeEmptyAsync(set);
    }
}
