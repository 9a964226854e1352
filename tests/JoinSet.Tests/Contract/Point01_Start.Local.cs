using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>SpawnLocal: the one that stays in the caller's context.</summary>
public sealed partial class Point01_Start
{
    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_InAContext_StartsAfterTheCallerHasReturned(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var order = new List<string>();

        await context.Run(() =>
        {
            set.SpawnLocal(_ =>
            {
                order.Add("work");
                return Task.FromResult(0);
            });
            order.Add("caller");
        });

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal(["caller", "work"], order);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_InAContext_EveryPieceOfTheWorkRunsThere(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var gate = new Gate();
        var pieces = new List<bool>();

        await context.Run(() => set.SpawnLocal(async _ =>
        {
            pieces.Add(context.IsCurrentThread && SynchronizationContext.Current == context);
            await Task.Yield();
            pieces.Add(context.IsCurrentThread && SynchronizationContext.Current == context);
            await gate.Passed();
            pieces.Add(context.IsCurrentThread && SynchronizationContext.Current == context);
            return 0;
        }));
        gate.Open();

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Equal([true, true, true], pieces);
    }

    [Theory]
    [InlineData(Face.Values, true)]
    [InlineData(Face.Values, false)]
    [InlineData(Face.NoValues, true)]
    [InlineData(Face.NoValues, false)]
    public async Task SpawnLocal_WhateverTheContextMakesCurrent_TheWorkSeesTheContext(Face face, bool isCurrentInside)
    {
        using AnySet set = AnySet.Create(face);
        var context = new PoolContext(isCurrentInside);
        SynchronizationContext? seen = null;

        context.Around(() => set.SpawnLocal(_ =>
        {
            seen = SynchronizationContext.Current;
            return Task.FromResult(0);
        }));

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.Same(context, seen);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_OnASchedulerWithoutAContext_RunsOnThatScheduler(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var scheduler = new SingleThreadScheduler();
        bool? isThere = null;

        set.SpawnOn(scheduler, _ => CallerStack.During(() =>
        {
            set.SpawnLocal(_ =>
            {
                isThere = scheduler.IsCurrentThread && TaskScheduler.Current == scheduler && !CallerStack.IsBelow;
                return Task.FromResult(0);
            });
            return Task.FromResult(0);
        }));

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
        Assert.True(isThere);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_ContextAndScheduler_TheContextWins(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var scheduler = new RecordingScheduler();
        bool? isThere = null;

        await context.Run(() => scheduler.Run(() => set.SpawnLocal(_ =>
        {
            isThere = context.IsCurrentThread && TaskScheduler.Current == TaskScheduler.Default;
            return Task.FromResult(0);
        })));

        Assert.True((await set.JoinOne()).IsSuccess);
        Assert.True(isThere);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_PlainContextOnAScheduler_RunsOnTheScheduler(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var scheduler = new SingleThreadScheduler();
        bool? isThere = null;

        set.SpawnOn(scheduler, _ =>
        {
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            set.SpawnLocal(_ =>
            {
                isThere = scheduler.IsCurrentThread;
                return Task.FromResult(0);
            });
            return Task.FromResult(0);
        });

        Assert.All(await set.DrainAsync(), result => Assert.True(result.IsSuccess));
        Assert.True(isThere);
    }
}
