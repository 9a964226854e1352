namespace JoinSets.Model.Scenarios;

/// <summary>Two wait for one result, and the first gives up: it must not take the result, nor the wake-up, with it.</summary>
internal sealed class CancelJoinVersusSecondJoiner : Scenario
{
    private const string First = "the first got the result";
    private const string Second = "the first gave up and the second got the result";
    private const string SecondAnyway = "the second got the result and the first nothing";

    internal override string[] Outcomes => [First, Second, SecondAnyway];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        using var cancellation = new CancellationTokenSource();
        set.Spawn(Work.AtOnce(1));
        Task<(JoinResult<int>? Result, bool IsCanceled)> first = Task.Run(() => TryJoinAsync(set, cancellation.Token));
        Task<JoinResult<int>?> second = Task.Run(() => JoinAsync(set));
        Task canceling = Task.Run(cancellation.Cancel);

        (JoinResult<int>? one, bool isCanceled) = await first;
        JoinResult<int>? other = await second;
        await canceling;

        if (one is not null)
        {
            Saw(First);
            MustBe(one, 1);
            Must(other is null, "one result goes to one joiner");
        }
        else
        {
            Saw(isCanceled ? Second : SecondAnyway);
            MustBe(other, 1);
        }

        await MustBeEmptyAsync(set);
    }

    private static async Task<(JoinResult<int>? Result, bool IsCanceled)> TryJoinAsync(JoinSet<int> set, CancellationToken token)
    {
        try
        {
            return (await set.JoinNextAsync(token), false);
        }
        catch (OperationCanceledException)
        {
            return (null, true);
        }
    }
}
