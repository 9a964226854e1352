using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 10: a set that is never disposed and becomes unreachable aborts its tasks when the garbage collector finds it.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point10_Drop_Collected
{
    // Each leaves a task that has started in a set that nobody holds any more, with something that might hold it all the same.
    private static readonly Dictionary<string, Action<AnySet, Func<CancellationToken, Task<int>>>> s_leftBehind = new()
    {
        ["a running task"] = (set, work) => set.Spawn(work),
        ["a task with state"] = (set, work) => set.Spawn((run, token) => run(token), work),
        ["a task on a scheduler"] = (set, work) => set.SpawnOn(TaskScheduler.Default, work),
        ["a task in a context"] = (set, work) => new PoolContext().Around(() => set.SpawnLocal(work)),
        ["a blocking task"] = (set, work) => set.SpawnBlocking(token => work(token).WaitAsync(Deadline.Limit, CancellationToken.None).GetAwaiter().GetResult()),
        ["tasks from a sequence"] = (set, work) => set.SpawnEach([work], (run, token) => run(token)),
        ["results not joined"] = (set, work) =>
        {
            set.Add(Task.FromResult(1));
            set.Spawn(work);
        },
        ["a join that was cancelled"] = (set, work) =>
        {
            set.Spawn(work);
            using var cancellation = new CancellationTokenSource();
            _ = set.JoinNextAsync(cancellation.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            cancellation.Cancel();
        },
    };

    public static TheoryData<Face, string> LeftBehind
    {
        get
        {
            var rows = new TheoryData<Face, string>();
            foreach (string left in s_leftBehind.Keys)
            {
                rows.Add(Face.Values, left);
                rows.Add(Face.NoValues, left);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(LeftBehind))]
    public async Task Unreachable_WithTasksRunning_AbortsThem(Face face, string left)
    {
        Signal started = new(), aborted = new();
        WeakReference set = Leave(face, left, started, aborted);
        await started.Raised.InTime();

        Assert.True(await Collected.UntilAsync(() => aborted.IsRaised));
        Assert.False(set.IsAlive);
    }

    [Theory, BothFaces]
    public async Task Unreachable_HandleKept_AbortsTheTask(Face face)
    {
        AbortHandle handle = LeaveHandle(face);

        Assert.True(await Collected.UntilAsync(() => handle.IsFinished));
    }

    [Theory, BothFaces]
    public async Task Unreachable_TaskJoinedByAdd_IsAbandoned(Face face)
    {
        var foreign = new TaskCompletionSource<int>();

        AbortHandle handle = LeaveAdded(face, foreign.Task);

        Assert.True(await Collected.UntilAsync(() => handle.IsFinished));
        Assert.False(foreign.Task.IsCompleted);
    }

    [Theory, BothFaces]
    public async Task Unreachable_LongLivedParentToken_AbortsTheTasks(Face face)
    {
        using var parent = new CancellationTokenSource();

        AbortHandle handle = LeaveHandle(face, parent.Token);

        Assert.True(await Collected.UntilAsync(() => handle.IsFinished));
        Assert.False(parent.IsCancellationRequested);
    }

    [Theory, BothFaces]
    public async Task Unreachable_WorkWaitingForItsTurn_NeverStarts(Face face)
    {
        Signal end = new(), ran = new();

        AbortHandle waiting = LeaveWaitingTurn(face, end, ran);

        Assert.True(await Collected.UntilAsync(() => waiting.IsFinished));
        end.Raise();
        await Collected.EverythingAsync();
        Assert.False(ran.IsRaised);
    }

    [Theory, BothFaces]
    public async Task Unreachable_JoinedBefore_AbortsWhatIsLeft(Face face)
    {
        AbortHandle handle = await LeaveAfterWaitingJoinAsync(face);

        Assert.True(await Collected.UntilAsync(() => handle.IsFinished));
    }

    [Theory, BothFaces]
    public async Task DelegateThatCapturesTheSet_KeepsItAlive(Face face)
    {
        var end = new Signal();
        (WeakReference set, AbortHandle handle) = LeaveCaptured(face, end);

        await Collected.EverythingAsync();

        Assert.True(set.IsAlive);
        Assert.False(handle.IsFinished);
        end.Raise();
        Assert.True(await Collected.UntilAsync(() => !set.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Leave(Face face, string left, Signal started, Signal aborted)
    {
        AnySet set = AnySet.Create(face);
        s_leftBehind[left](set, async token =>
        {
            using CancellationTokenRegistration registration = token.Register(aborted.Raise);
            started.Raise();
            await SampleWork.UntilAborted(token);
            return 1;
        });
        return set.Weak;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle LeaveHandle(Face face, CancellationToken parent = default)
        => AnySet.Create(face, parent).Spawn(SampleWork.UntilAborted);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle LeaveAdded(Face face, Task<int> foreign) => AnySet.Create(face).Add(foreign);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AbortHandle LeaveWaitingTurn(Face face, Signal end, Signal ran)
    {
        AnySet set = AnySet.Bounded(face, 1);
        set.Spawn(SampleWork.Until(end));
        return set.Spawn(SampleWork.Raises(ran));
    }

    // The join waits, so that the set has made a waiter, which it keeps for the next one.
    private static async Task<AbortHandle> LeaveAfterWaitingJoinAsync(Face face)
    {
        AnySet set = AnySet.Create(face);
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));
        Task<AnyResult?> join = set.JoinNextAsync();
        AbortHandle handle = set.Spawn(SampleWork.UntilAborted);
        end.Raise();
        Assert.NotNull(await join.InTime());
        return handle;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Set, AbortHandle Handle) LeaveCaptured(Face face, Signal end)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Spawn(async _ =>
        {
            await end.Raised;
            return set.Count;
        });
        return (set.Weak, handle);
    }
}
