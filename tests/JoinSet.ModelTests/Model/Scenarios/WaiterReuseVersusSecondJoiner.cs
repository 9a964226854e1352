namespace JoinSets.Model.Scenarios;

/// <summary>The set keeps one waiter for the next join, and two come: they must not both take it.</summary>
internal sealed class WaiterReuseVersusSecondJoiner : Scenario
{
    private const string Straight = "the first joiner got the first task";
    private const string Crossed = "the first joiner got the second task";

    internal override string[] Outcomes => [Straight, Crossed];

    protected override async Task RunAsync()
    {
        using var set = new JoinSet<int>();
        var release = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        set.Spawn(_ => release.Task);
        ValueTask<JoinResult<int>?> join = set.JoinNextAsync();
        release.SetResult(0);
        MustBe(await join, 0);

        Task<JoinResult<int>?> first = Task.Run(() => SpawnAndJoinAsync(set, 1));
        Task<JoinResult<int>?> second = Task.Run(() => SpawnAndJoinAsync(set, 2));
        JoinResult<int>? one = await first;
        JoinResult<int>? other = await second;

        bool isStraight = one is { IsSuccess: true, Value: 1 };
        Saw(isStraight ? Straight : Crossed);
        MustBe(one, isStraight ? 1 : 2);
        MustBe(other, isStraight ? 2 : 1);
        await MustBeEmptyAsync(set);
    }

    private static async Task<JoinResult<int>?> SpawnAndJoinAsync(JoinSet<int> set, int value)
    {
        set.Spawn(Work.Later(value));
        return await set.JoinNextAsync();
    }
}
