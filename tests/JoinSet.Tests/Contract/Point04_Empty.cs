using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 4: null means that nothing is left, everybody who waits hears of it, and an emptied set is as good as new.</summary>
public sealed partial class Point04_Empty
{
    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Join_NewSet_SaysAtOnceThatNothingIsLeft(Face face)
    {
        using AnySet set = AnySet.Create(face);

        Task<AnyResult?> join = set.JoinNextAsync();

        Assert.True(join.IsCompletedSuccessfully);
        Assert.Null(await join);
        Assert.False(set.TryJoinNext(out AnyResult result));
        Assert.Null(result.Error);
        Assert.Equal((0, true), (set.Count, set.IsEmpty));
        Assert.Empty(await Collect(set.GetAsyncEnumerator()));
        Assert.Empty(await Collect(set.JoinEachAsync().GetAsyncEnumerator()));
        Assert.True(set.JoinAllAsync().IsCompletedSuccessfully);
        Assert.True(set.ShutdownAsync().IsCompletedSuccessfully);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinNext_ATaskRuns_DoesNotSayEmpty(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var gate = new Gate();
        set.Start(way, async _ =>
        {
            await gate.Passed();
            return 0;
        });

        Task<AnyResult?> join = set.JoinNextAsync();

        Assert.False(join.IsCompleted);
        Assert.False(set.TryJoinNext(out _));
        Assert.Equal((1, false), (set.Count, set.IsEmpty));
        gate.Open();
        Assert.NotNull(await join.InTime());
        Assert.Equal((0, true), (set.Count, set.IsEmpty));
        Assert.Null(await set.JoinNextAsync().InTime());
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task JoinNext_TasksEndMeanwhile_GivesEachAndOnlyThenNull(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 100; round++)
        {
            for (int i = 0; i < 5; i++)
            {
                set.Start(way, i % 2 == 0 ? _ => Task.FromResult(0) : YieldOnce);
            }

            for (int left = 4; left >= 0; left--)
            {
                Assert.NotNull(await set.JoinNextAsync().InTime());
                Assert.Equal(left, set.Count);
            }

            Assert.Null(await set.JoinNextAsync().InTime());
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Foreach_ATaskSpawnsAnother_GoesOnUntilBothAreJoined(Face face)
    {
        using AnySet set = AnySet.Create(face);
        set.Spawn(_ =>
        {
            set.Spawn(YieldOnce, "child");
            return Task.FromResult(0);
        }, "parent");

        List<AnyResult> results = await Collect(set.GetAsyncEnumerator());

        Assert.Equal(["child", "parent"], results.Select(result => result.Name).Order());
    }

    [Fact]
    public async Task AwaitForeach_OnTheSetItself_JoinsUntilEmpty()
    {
        using var valued = new JoinSet<int>();
        using var plain = new JoinSet();
        int seen = 0;
        valued.Spawn(_ => Task.FromResult(40));
        plain.Spawn(_ => Task.CompletedTask);

        await foreach (JoinResult<int> result in valued)
        {
            seen += result.Value;
        }

        await foreach (JoinResult result in plain)
        {
            seen += result.IsSuccess ? 2 : 0;
        }

        Assert.Equal(42, seen);
        Assert.True(valued.IsEmpty && plain.IsEmpty);
    }

    private static async Task<List<AnyResult>> Collect(IAsyncEnumerator<AnyResult> results)
    {
        var list = new List<AnyResult>();
        await using (results)
        {
            while (await results.MoveNextAsync().InTime())
            {
                list.Add(results.Current);
            }
        }

        return list;
    }

    private static async Task<int> YieldOnce(CancellationToken token)
    {
        await Task.Yield();
        return 0;
    }
}
