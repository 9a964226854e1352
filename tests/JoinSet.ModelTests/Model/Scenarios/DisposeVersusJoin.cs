namespace JoinSets.Model.Scenarios;

/// <summary>Dispose comes before, while or after somebody joins.</summary>
internal sealed class DisposeVersusJoin : Scenario
{
    private const string Joined = "the join got the result";
    private const string Released = "the join was released with nothing";
    private const string Refused = "the join came too late";

    internal override string[] Outcomes => [Joined, Released, Refused];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));
        Task closing = Task.Run(set.Dispose);

        try
        {
            JoinResult<int>? result = await set.JoinNextAsync();
            Saw(result is null ? Released : Joined);
            Must(result is null or { IsSuccess: true, Value: 1 } or { IsCanceled: true }, "the result is the task's own");
        }
        catch (ObjectDisposedException)
        {
            Saw(Refused);
        }

        await closing;
        Must(set.Count == 0, "a closed set is empty");
        await set.DisposeAsync();
    }
}
