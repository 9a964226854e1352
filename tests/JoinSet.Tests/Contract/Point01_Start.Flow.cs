using System.Diagnostics;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The ExecutionContext flows into the work, and nothing of it flows out.</summary>
public sealed partial class Point01_Start
{
    private static readonly AsyncLocal<string?> s_local = new();

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_AsyncLocalIsSet_WorkSeesTheValueThatItHadThen(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var gate = new Gate();
        var seen = new List<string?>();

        s_local.Value = "then";
        set.Start(way, async _ =>
        {
            await gate.Passed();
            seen.Add(s_local.Value);
            await Task.Yield();
            seen.Add(s_local.Value);
            return 0;
        });
        s_local.Value = "later";
        gate.Open();

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal(["then", "then"], seen);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_InsideAnActivity_ItIsCurrentInTheWork(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        using var activity = new Activity("spawner");
        Activity? seen = null;

        activity.Start();
        set.Start(way, _ =>
        {
            seen = Activity.Current;
            return Task.FromResult(0);
        });
        activity.Stop();

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Same(activity, seen);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_WaitsForItsTurn_WorkSeesItsSpawnersValueNotThatOfWhoMadeRoom(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        TaskCompletionSource<int> first = SpawnHooked(set);
        string? seen = null;

        s_local.Value = "spawner";
        set.Start(way, _ =>
        {
            seen = s_local.Value;
            return Task.FromResult(0);
        });
        s_local.Value = "who made room";
        first.SetResult(0);

        Assert.Equal(2, (await set.DrainAsync()).Count);
        Assert.Equal("spawner", seen);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_FlowIsSuppressed_WorkSeesNothing(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        string? seen = "never ran";

        s_local.Value = "not for the work";
        using (ExecutionContext.SuppressFlow())
        {
            set.Start(way, _ =>
            {
                seen = s_local.Value;
                return Task.FromResult(0);
            });
        }

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Null(seen);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnOn_TheSchedulersThreadSuppressesTheFlowToo_WorkRuns(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using (ExecutionContext.SuppressFlow())
        {
            set.SpawnOn(new InlineScheduler(), _ => Task.FromResult(1));
        }

        Assert.True((await set.JoinOne()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_WritesAnAsyncLocal_NeitherSpawnerNorJoinerSeesIt(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);

        s_local.Value = "mine";
        set.Start(way, WriteAndReturn);

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal("mine", s_local.Value);
    }

    // Not async: nothing but the set stands between this write and the thread that runs it.
    private static Task<int> WriteAndReturn(CancellationToken token)
    {
        s_local.Value = "leaked";
        return Task.FromResult(0);
    }
}
