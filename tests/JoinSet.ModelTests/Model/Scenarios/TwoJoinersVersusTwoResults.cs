namespace JoinSets.Model.Scenarios;

/// <summary>Two joiners and two results: each gets one, whoever sleeps and whoever does not.</summary>
internal sealed class TwoJoinersVersusTwoResults : Scenario
{
    private const string Straight = "the first joiner got the first task";
    private const string Crossed = "the first joiner got the second task";

    internal override string[] Outcomes => [Straight, Crossed];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        set.Spawn(Work.AtOnce(1));
        set.Spawn(Work.AtOnce(2));
        Task<JoinResult<int>?> first = Task.Run(() => JoinAsync(set));
        Task<JoinResult<int>?> second = Task.Run(() => JoinAsync(set));
        JoinResult<int>? one = await first;
        JoinResult<int>? other = await second;

        bool isStraight = one is { IsSuccess: true, Value: 1 };
        Saw(isStraight ? Straight : Crossed);
        MustBe(one, isStraight ? 1 : 2);
        MustBe(other, isStraight ? 2 : 1);
        await MustBeEmptyAsync(set);
    }
}
