using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Where work runs: the pool, a thread of its own, a scheduler, a context.</summary>
public sealed partial class Point01_Start
{
    [Theory]
    [InlineData(Face.Values, Way.Spawn)]
    [InlineData(Face.Values, Way.SpawnWithState)]
    [InlineData(Face.Values, Way.SpawnEach)]
    [InlineData(Face.NoValues, Way.Spawn)]
    [InlineData(Face.NoValues, Way.SpawnWithState)]
    [InlineData(Face.NoValues, Way.SpawnEach)]
    public async Task Spawn_FromAContextAndAScheduler_RunsOnThePoolWithNeither(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        bool isPool = false;
        TaskScheduler? scheduler = null;

        new RecordingScheduler().Run(() => new PoolContext().Around(() => set.Start(way, async _ =>
        {
            isPool = Thread.CurrentThread.IsThreadPoolThread && SynchronizationContext.Current is null;
            await Task.Yield();
            isPool &= Thread.CurrentThread.IsThreadPoolThread && SynchronizationContext.Current is null;
            scheduler = TaskScheduler.Current;
            return 0;
        })));

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.True(isPool);
        Assert.Same(TaskScheduler.Default, scheduler);
    }

    [Theory]
    [MemberData(nameof(Ways.Background), MemberType = typeof(Ways))]
    public async Task Start_FromAContext_TheContextDoesNotFlow(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var seen = new List<SynchronizationContext?>();

        await context.Run(() => set.Start(way, async _ =>
        {
            seen.Add(SynchronizationContext.Current);
            await Task.Yield();
            seen.Add(SynchronizationContext.Current);
            return 0;
        }));

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal([null, null], seen);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnOn_SchedulerThatHoldsTheWork_RunsWhenTheSchedulerSaysSo(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var scheduler = new RecordingScheduler();
        Thread? thread = null;

        AbortHandle handle = set.SpawnOn(scheduler, _ =>
        {
            thread = Thread.CurrentThread;
            return Task.FromResult(0);
        });

        Assert.Equal(1, scheduler.QueuedCount);
        Assert.Null(thread);
        Assert.False(handle.IsFinished);
        scheduler.RunQueued();
        Assert.Same(Thread.CurrentThread, thread);
        Assert.True((await set.JoinOne()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnOn_OneThread_EveryPieceOfTheWorkRunsThere(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var scheduler = new SingleThreadScheduler();
        var gate = new Gate();
        var pieces = new List<bool>();

        set.SpawnOn(scheduler, async _ =>
        {
            pieces.Add(scheduler.IsCurrentThread && TaskScheduler.Current == scheduler);
            await Task.Yield();
            pieces.Add(scheduler.IsCurrentThread && TaskScheduler.Current == scheduler);
            await gate.Passed();
            pieces.Add(scheduler.IsCurrentThread && TaskScheduler.Current == scheduler);
            return 0;
        });
        gate.Open();

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal([true, true, true], pieces);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnOn_FromWorkThatRunsThere_IsPostedAllTheSame(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var scheduler = new SingleThreadScheduler();
        var stack = new StackProbe();

        set.SpawnOn(scheduler, _ => CallerStack.During(() =>
        {
            set.SpawnOn(scheduler, stack.Work);
            return Task.FromResult(0);
        }));

        Assert.False(await stack.WasBelow);
    }
}
