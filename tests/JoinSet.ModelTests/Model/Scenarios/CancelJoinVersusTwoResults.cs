namespace JoinSets.Model.Scenarios;

/// <summary>Two joins are served at once while their token is cancelled: each takes its result or leaves it, and none is lost between.</summary>
internal sealed class CancelJoinVersusTwoResults : Scenario
{
    private const string Both = "both joins got a result";
    private const string One = "one join got a result";
    private const string None = "both joins were cancelled";

    internal override string[] Outcomes => [Both, One, None];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        using var cancellation = new CancellationTokenSource();
        set.Spawn(Work.AtOnce(1));
        set.Spawn(Work.AtOnce(2));
        Task<int?> first = Task.Run(() => TryJoinAsync(set, cancellation.Token));
        Task<int?> second = Task.Run(() => TryJoinAsync(set, cancellation.Token));
        Task canceling = Task.Run(cancellation.Cancel);

        int?[] joined = [await first, await second];
        await canceling;
        List<JoinResult<int>> rest = await DrainAsync(set);

        Saw(rest.Count switch { 0 => Both, 1 => One, _ => None });
        IEnumerable<int> values = joined.OfType<int>().Concat(rest.Select(result => result.Value));
        Must(values.Order().SequenceEqual([1, 2]), "every result is joined once");
        await MustBeEmptyAsync(set);
    }

    private static async Task<int?> TryJoinAsync(JoinSet<int> set, CancellationToken token)
    {
        try
        {
            return (await set.JoinNextAsync(token))?.Value;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
