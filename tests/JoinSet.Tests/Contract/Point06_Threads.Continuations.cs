using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Joiners' continuations never run below whoever released the joiner.</summary>
public sealed partial class Point06_Threads
{
    public enum Release
    {
        AddedTaskEnds,
        AddedTaskFails,
        SpawnedTaskEnds,
        UnstartedTaskIsAborted,
        AddedTaskIsAborted,
        AllAreAborted,
        SetIsDetached,
        SetIsDisposed,
        JoinIsCanceled,
    }

    public static TheoryData<Face, Release> EveryRelease => Ways.WithEachKind(Enum.GetValues<Release>());

    [Theory]
    [MemberData(nameof(EveryRelease))]
    public async Task Joiner_IsReleased_GoesOnElsewhere(Face face, Release release)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        Action act = Prepare(set, release, source);
        var stack = new StackProbe();
        set.JoinThen(stack.Run, source.Token);

        CallerStack.During(act);

        Assert.False(await stack.WasBelow);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Joiner_IsReleasedByWorkThatEndsAtOnce_GoesOnElsewhere(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var stack = new StackProbe();
        AbortHandle idle = set.Add(new TaskCompletionSource<int>().Task);
        set.JoinThen(stack.Run);

        CallerStack.During(() => set.Start(way, _ => Task.FromResult(0)));

        Assert.False(await stack.WasBelow);
        idle.Abort();
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Joiner_ItsContinuationBlocks_NeitherTheTaskNorAnotherJoinerIsHeldUp(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var second = new Gate();
        TaskCompletionSource<int>[] tasks = [new(), new(), new()];
        Array.ForEach(tasks, task => set.Add(task.Task));
        set.JoinThen(second.Pass);
        set.JoinThen(second.Open);

        tasks[0].SetResult(0);
        tasks[1].SetResult(0);

        await second.Passed();
        Assert.Equal(1, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Joiner_HasAContext_GoesOnThere(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var context = new SingleThreadContext();
        var task = new TaskCompletionSource<int>();
        set.Add(task.Task);
        bool? isThere = null;

        Task joining = await context.Run(async () =>
        {
            await set.JoinNextAsync();
            isThere = context.IsCurrentThread;
        });
        task.SetResult(0);

        await joining.InTime();
        Assert.True(isThere);
    }

    private static Action Prepare(AnySet set, Release release, CancellationTokenSource source)
    {
        var scheduler = new RecordingScheduler();
        var task = new TaskCompletionSource<int>();
        AbortHandle handle = release switch
        {
            Release.SpawnedTaskEnds or Release.UnstartedTaskIsAborted => set.SpawnOn(scheduler, _ => task.Task),
            _ => set.Add(task.Task),
        };
        if (release is Release.SpawnedTaskEnds)
        {
            scheduler.RunQueued();
        }

        return release switch
        {
            Release.AddedTaskEnds or Release.SpawnedTaskEnds => () => task.SetResult(0),
            Release.AddedTaskFails => () => task.SetException(new MarkedException()),
            Release.UnstartedTaskIsAborted or Release.AddedTaskIsAborted => handle.Abort,
            Release.AllAreAborted => set.AbortAll,
            Release.SetIsDetached => set.DetachAll,
            Release.SetIsDisposed => set.Dispose,
            _ => source.Cancel,
        };
    }
}
