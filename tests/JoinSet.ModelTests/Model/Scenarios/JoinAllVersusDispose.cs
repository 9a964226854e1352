namespace JoinSets.Model.Scenarios;

/// <summary>The set is closed while JoinAllAsync waits: all values or ObjectDisposedException, never a part.</summary>
internal sealed class JoinAllVersusDispose : Scenario
{
    private const string Whole = "all values came";
    private const string Refused = "the set was closed";

    internal override string[] Outcomes => [Whole, Refused];

    protected override async Task RunAsync()
    {
        var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));
        set.Spawn(Work.AtOnce(2));
        Task closing = Task.Run(set.Dispose);

        try
        {
            int[] values = await set.JoinAllAsync();
            Array.Sort(values);
            Must(values.SequenceEqual([1, 2]), $"all values come, not {values.Length}");
            Saw(Whole);
        }
        catch (ObjectDisposedException)
        {
            Saw(Refused);
        }

        await closing;
        Must(set.Count == 0, "a closed set is empty");
    }
}
