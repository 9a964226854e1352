namespace JoinSets.Model.Scenarios;

/// <summary>DisposeAsync waits for every task that is under way, and for nothing that is not.</summary>
internal sealed class DisposeAsyncVersusComplete : Scenario
{
    private const string Waited = "it waited";
    private const string NothingToDo = "nothing was running";
    private const string NoneStarted = "no task had started";

    internal override string[] Outcomes => [Waited, NothingToDo, NoneStarted];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        var census = new Census();
        set.Spawn(census.Of(Work.Later(1)));
        set.Spawn(census.Of(Work.Abortable(2)));

        ValueTask closing = set.DisposeAsync();
        Saw(closing.IsCompleted ? NothingToDo : Waited);
        await closing;

        Must(census.Running == 0, "every task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
        int started = census.Started;
        if (started == 0)
        {
            Saw(NoneStarted);
        }

        await Task.Yield();
        Must(census.Started == started, "nothing starts after DisposeAsync");
    }
}
