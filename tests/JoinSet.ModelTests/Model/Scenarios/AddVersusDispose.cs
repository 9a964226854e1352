namespace JoinSets.Model.Scenarios;

/// <summary>A set that holds somebody else's task is closed while that task ends: DisposeAsync waits for the set's own tasks only.</summary>
internal sealed class AddVersusDispose : Scenario
{
    private const string Ended = "the added task had ended";
    private const string Abandoned = "the added task had not ended";

    internal override string[] Outcomes => [Ended, Abandoned];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        var source = new TaskCompletionSource<int>();
        var never = new TaskCompletionSource<int>();
        var census = new Census();
        set.Add(source.Task);
        set.Add(never.Task);
        set.Spawn(census.Of(Work.Later(1)));
        Task ending = Task.Run(() => source.SetResult(2));

        Saw(source.Task.IsCompleted ? Ended : Abandoned);
        await set.DisposeAsync();
        Must(census.Running == 0, "the set's own task has stopped when DisposeAsync is done");
        Must(set.Count == 0, "a closed set is empty");
        await ending;
    }
}
