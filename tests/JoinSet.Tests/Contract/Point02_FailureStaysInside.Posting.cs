using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Schedulers and contexts that throw, or worse, while the work is posted to them.</summary>
public sealed partial class Point02_FailureStaysInside
{
    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnOn_SchedulerThrows_IsFaulted(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var unobserved = new UnobservedExceptions();
        var mishap = new MarkedException();
        var probe = new StackProbe();

        AbortHandle handle = set.SpawnOn(new RefusingScheduler(mishap), probe.Work);

        Assert.True(handle.IsFinished);
        AnyResult result = await set.JoinOne();
        Assert.Equal((handle.Id, true), (result.Id, result.IsFaulted));
        Assert.Same(mishap, result.Error!.Exception.GetBaseException());
        Assert.False(probe.HasRun);
        await unobserved.AssertObservedAsync(mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_ContextThrows_IsFaulted(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();
        var probe = new StackProbe();

        new OddContext(_ => throw mishap).Around(() => set.SpawnLocal(probe.Work));

        await AssertFaulted(set, mishap);
        Assert.False(probe.HasRun);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Turn_SchedulerOrContextThrowsThen_IsFaultedAndTheNextGetsTheTurn(Face face)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        var gate = new Gate();
        var mishap = new MarkedException();

        set.Spawn(_ => gate.Passed().ContinueWith(_ => 0, TaskScheduler.Default), "first");
        set.SpawnOn(new RefusingScheduler(mishap), _ => Task.FromResult(0), "scheduler");
        new OddContext(_ => throw mishap).Around(() => set.SpawnLocal(_ => Task.FromResult(0), "context"));
        set.Spawn(_ => Task.FromResult(0), "last");
        gate.Open();

        List<AnyResult> results = await set.DrainAsync();
        Assert.Equal(["first", "scheduler", "context", "last"], results.Select(result => result.Name));
        Assert.Equal([true, false, false, true], results.Select(result => result.IsSuccess));
        Assert.All(results[1..3], result => Assert.Same(mishap, result.Error!.Exception.GetBaseException()));
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_ContextRunsTheWorkAndThenThrows_TheWorksOwnResultCounts(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var context = new OddContext(run =>
        {
            run();
            throw new MarkedException();
        });

        context.Around(() => set.SpawnLocal(_ => Task.FromResult(0)));

        AnyResult result = Assert.Single(await set.DrainAsync());
        Assert.True(result.IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_ContextPostsTwice_TheWorkRunsOnce(Face face)
    {
        using AnySet set = AnySet.Create(face);
        int runs = 0;
        var context = new OddContext(run =>
        {
            run();
            run();
        });

        context.Around(() => set.SpawnLocal(_ =>
        {
            runs++;
            return Task.FromResult(0);
        }));

        Assert.Single(await set.DrainAsync());
        Assert.Equal(1, runs);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task SpawnLocal_ContextLetsTheCallbackFail_NothingComesOutOfIt(Face face)
    {
        using AnySet set = AnySet.Create(face);
        Exception? cameOut = null;
        var mishap = new MarkedException();
        var context = new OddContext(run => cameOut = Record.Exception(run));

        context.Around(() => set.SpawnLocal(_ => throw mishap));

        await AssertFaulted(set, mishap);
        Assert.Null(cameOut);
    }
}
