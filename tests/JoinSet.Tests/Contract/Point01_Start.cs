using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 1: work starts at once in the background, joined or not, and never on the caller's stack.</summary>
public sealed partial class Point01_Start
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_NobodyJoins_WorkRunsToItsEnd(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var ended = new Gate();

        set.Start(way, async _ =>
        {
            await Task.Yield();
            ended.Open();
            return 0;
        });

        await ended.Passed();
        Assert.Equal(1, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_SeveralAndNobodyJoins_RunSideBySide(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var allRun = new Gate();
        int running = 0;

        for (int i = 0; i < 4; i++)
        {
            set.Start(way, async _ =>
            {
                if (Interlocked.Increment(ref running) == 4)
                {
                    allRun.Open();
                }

                await allRun.Passed();
                return 0;
            });
        }

        await allRun.Passed();
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_FromAPlainCall_RunsNothingOnItsStack(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var stack = new StackProbe();

        CallerStack.During(() => set.Start(way, stack.Work));

        Assert.False(await stack.WasBelow);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Start_FromATaskOfTheSet_RunsNothingOnItsStack(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var stack = new StackProbe();

        set.Spawn(_ => CallerStack.During(() =>
        {
            set.Start(way, stack.Work);
            return Task.FromResult(0);
        }));

        Assert.False(await stack.WasBelow);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task TaskEnds_TheNextOneWaitsForItsTurn_RunsNothingOnItsStack(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        TaskCompletionSource<int> first = SpawnHooked(set);
        var stack = new StackProbe();
        set.Start(way, stack.Work);

        CallerStack.During(() => first.SetResult(0));

        Assert.False(await stack.WasBelow);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task TaskEnds_TheNextOneGoesToAScheduler_CallsTheSchedulerOffItsStack(Face face)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1 });
        TaskCompletionSource<int> first = SpawnHooked(set);
        var scheduler = new RecordingScheduler();
        set.SpawnOn(scheduler, _ => Task.FromResult(0));
        Assert.Equal(0, scheduler.QueuedCount);

        CallerStack.During(() => first.SetResult(0));

        await Deadline.UntilAsync(() => scheduler.QueuedCount == 1);
        Assert.False(scheduler.WasCalledBelow);
    }

    // A task that runs, with the set's hook on it: whoever completes it, completes it in the set.
    private static TaskCompletionSource<int> SpawnHooked(AnySet set)
    {
        var scheduler = new RecordingScheduler();
        var source = new TaskCompletionSource<int>();
        set.SpawnOn(scheduler, _ => source.Task);
        scheduler.RunQueued();
        return source;
    }
}
