using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>What work that is not async leaves behind on its thread does not stay there, whether or not a context flowed into it.</summary>
public sealed partial class Point01_Start
{
    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public void SpawnOn_WorkWritesAnAsyncLocal_TheSchedulersThreadKeepsItsOwn(Face face, bool flows)
    {
        using AnySet set = AnySet.Create(face);
        var scheduler = new RecordingScheduler();
        s_local.Value = "the thread's";

        WithFlow(flows, () => set.SpawnOn(scheduler, WriteAndReturn));
        scheduler.RunQueued();

        Assert.True(set.TryJoinNext(out _));
        Assert.Equal("the thread's", s_local.Value);
    }

    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public async Task SpawnLocal_WorkWritesAnAsyncLocal_TheContextsThreadKeepsItsOwn(Face face, bool flows)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        await context.Run(() => s_local.Value = "the thread's");

        await context.Run(() => WithFlow(flows, () => set.SpawnLocal(WriteAndReturn)));
        Assert.True((await set.JoinOne()).IsSuccess);

        Assert.Equal("the thread's", await context.Run(() => s_local.Value));
    }

    [Theory]
    [MemberData(nameof(Ways.Background), MemberType = typeof(Ways))]
    public async Task Start_WorkLeavesTraces_TheNextOnItsThreadMeetsNone(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var threads = new HashSet<int>();
        bool wasUsedAgain = false;

        for (int i = 0; i < 10_000 && !wasUsedAgain; i++)
        {
            (int Thread, string? Local, SynchronizationContext? Context) met = default;
            WithFlow(flows: false, () => set.Start(way, _ =>
            {
                met = (Environment.CurrentManagedThreadId, s_local.Value, SynchronizationContext.Current);
                s_local.Value = "leaked";
                SynchronizationContext.SetSynchronizationContext(new PoolContext());
                return Task.FromResult(0);
            }));
            Assert.True((await set.JoinOne()).IsSuccess);
            Assert.Equal((null, null), (met.Local, met.Context));
            wasUsedAgain = !threads.Add(met.Thread);
        }

        Assert.True(wasUsedAgain, "no thread was used twice: the test has shown nothing");
    }

    private static void WithFlow(bool flows, Action action)
    {
        if (flows)
        {
            action();
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            action();
        }
    }
}
