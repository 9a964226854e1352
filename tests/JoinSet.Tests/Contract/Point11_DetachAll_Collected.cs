using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 11 as the garbage collector sees it: detached tasks outlive the set, and their failures are observed.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point11_DetachAll_Collected
{
    [Theory, BothFaces]
    public async Task DetachedTasks_SetDropped_RunOn(Face face)
    {
        Signal end = new(), started = new(), aborted = new(), ran = new();
        WeakReference set = LeaveDetached(face, end, started, aborted, ran);
        await started.Raised.InTime();

        Assert.True(await Collected.UntilAsync(() => !set.IsAlive));
        await Collected.EverythingAsync();

        Assert.False(aborted.IsRaised);
        Assert.False(ran.IsRaised);
        end.Raise();
        await ran.Raised.InTime();
    }

    [Theory, BothFaces]
    public async Task DetachedTasks_FailingLater_AreObserved(Face face)
    {
        using var unobserved = new UnobservedExceptions();
        var foreign = new TaskCompletionSource<int>();

        AbortHandle[] handles = DetachFailures(face, foreign);

        Assert.True(await Collected.UntilAsync(() => handles.All(handle => handle.IsFinished)));
        foreign = null;
        Assert.Empty(await unobserved.CollectAsync());
    }

    // The ends of tasks and DetachAll meet in every order: a result that is on its way when the set is emptied is seen as well.
    [Theory, BothFaces]
    public async Task DetachAll_RacingFailures_LeavesNoneUnobserved(Face face)
    {
        using var unobserved = new UnobservedExceptions();
        for (int i = 0; i < 300; i++)
        {
            await DetachRacingFailuresAsync(face);
        }

        Assert.Empty(await unobserved.CollectAsync());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LeaveDetached(Face face, Signal end, Signal started, Signal aborted, Signal ran)
    {
        AnySet set = AnySet.Bounded(face, 1);
        set.Spawn(async token =>
        {
            token.Register(aborted.Raise);
            started.Raise();
            await end.Raised;
            return 1;
        });
        set.Spawn(SampleWork.Raises(ran));
        set.DetachAll();
        return set.Weak;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle[] DetachFailures(Face face, TaskCompletionSource<int> foreign)
    {
        AnySet set = AnySet.Bounded(face, 1);
        var end = new Signal();
        AbortHandle[] handles =
        [
            set.Add(Task.FromException<int>(new MarkedException("result in the set"))),
            set.Add(foreign.Task),
            set.Spawn(async _ =>
            {
                await end.Raised;
                throw new MarkedException("while detached");
            }),
            set.Spawn(SampleWork.Fails(new MarkedException("in its turn"))),
            set.SpawnBlocking(_ => throw new MarkedException("blocking")),
        ];
        set.DetachAll();
        foreign.SetException(new MarkedException("foreign"));
        end.Raise();
        return handles;
    }

    private static async Task DetachRacingFailuresAsync(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle[] handles = [.. Enumerable.Range(0, 4).Select(number => set.Spawn(async _ =>
        {
            await Task.Yield();
            throw new MarkedException($"racing {number}");
        }))];
        set.DetachAll();
        await set.DisposeAsync().InTime();
        await Deadline.UntilAsync(() => handles.All(handle => handle.IsFinished));
    }
}
