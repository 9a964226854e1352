using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>IsFinished becomes true only once the result can be joined.</summary>
public sealed partial class Point03_CompletionOrder
{
    private const int Rounds = 300;

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task IsFinished_TurnsTrue_TheResultCanBeJoined(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < Rounds; round++)
        {
            AbortHandle handle = set.Start(way, round % 2 == 0 ? _ => Task.FromResult(0) : YieldOnce);
            await handle.Recorded();

            Assert.True(set.TryJoinNext(out AnyResult result));
            Assert.Equal(handle.Id, result.Id);
            Assert.True(handle.IsFinished);
        }
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task IsFinished_AddedTaskEndsOnAnotherThread_TheResultCanBeJoined(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < Rounds; round++)
        {
            AbortHandle handle = set.Add(YieldOnce(CancellationToken.None));
            await handle.Recorded();

            Assert.True(set.TryJoinNext(out AnyResult result));
            Assert.Equal(handle.Id, result.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task IsFinished_TheWorkRuns_IsFalse(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var started = new Gate();
        var gate = new Gate();

        AbortHandle handle = set.Start(way, async _ =>
        {
            started.Open();
            await gate.Passed();
            return 0;
        });

        await started.Passed();
        Assert.False(handle.IsFinished);
        Assert.False(set.TryJoinNext(out _));
        gate.Open();
        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.True(handle.IsFinished);
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task IsFinished_TheWorkWaitsForItsTurn_IsFalse(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        var gate = new Gate();
        set.Spawn(async _ =>
        {
            await gate.Passed();
            return 0;
        });

        AbortHandle handle = set.Start(way, _ => Task.FromResult(0));

        Assert.False(handle.IsFinished);
        gate.Open();
        await handle.Recorded();
        Assert.Equal(2, (await set.DrainAsync()).Count);
    }

    private static async Task<int> YieldOnce(CancellationToken token)
    {
        await Task.Yield();
        return 0;
    }
}
