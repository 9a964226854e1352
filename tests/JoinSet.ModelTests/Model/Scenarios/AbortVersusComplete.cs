namespace JoinSets.Model.Scenarios;

/// <summary>Work that has started is aborted while it ends.</summary>
internal sealed class AbortVersusComplete : Scenario
{
    private const string Succeeded = "it ended with its value";
    private const string Canceled = "it saw the abort";

    internal override string[] Outcomes => [Succeeded, Canceled];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AbortHandle handle = set.Spawn(token =>
        {
            started.SetResult();
            return Work.Abortable(1)(token);
        });

        await started.Task;
        handle.Abort();
        JoinResult<int>? result = await set.JoinNextAsync();

        if (result is { IsSuccess: true })
        {
            Saw(Succeeded);
            MustBe(result, 1);
        }
        else
        {
            Saw(Canceled);
            MustBeCanceled(result);
        }

        await MustBeEmptyAsync(set);
    }
}
