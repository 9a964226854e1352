namespace JoinSets.Model.Scenarios;

/// <summary>JoinAllAsync meets a failure while another task runs: it throws that failure and leaves nothing behind.</summary>
internal sealed class FailFastVersusComplete : Scenario
{
    private const string Ran = "the other task ran to its end";
    private const string Aborted = "the other task was aborted";

    internal override string[] Outcomes => [Ran, Aborted];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var census = new Census();
        bool hasEnded = false;
        set.Spawn(_ => Task.FromException<int>(new InvalidDataException()));
        set.Spawn(census.Of(async token =>
        {
            int value = await Work.Abortable(2)(token);
            hasEnded = true;
            return value;
        }));

        bool hasFailed = false;
        try
        {
            await set.JoinAllAsync();
        }
        catch (InvalidDataException)
        {
            hasFailed = true;
        }

        Must(hasFailed, "the first failure is thrown");
        Must(census.Running == 0, "every task has stopped");
        Saw(hasEnded ? Ran : Aborted);
        await MustBeEmptyAsync(set);
    }
}
