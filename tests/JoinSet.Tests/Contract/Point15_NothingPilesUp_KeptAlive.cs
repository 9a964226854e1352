using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>
/// Point 15: a joined or detached task leaves no reference to what it was given and what it gave, neither in the set nor in a handle
/// that is kept.
/// </summary>
[Collection(ProcessWide.Name)]
public sealed class Point15_NothingPilesUp_KeptAlive
{
    // The payload is the target of the delegate, its state, or its result.
    private static readonly Dictionary<string, Func<JoinSet<object>, object, AbortHandle>> s_spawns = new()
    {
        ["Spawn"] = (set, payload) => set.Spawn(_ => Task.FromResult(payload)),
        ["Spawn, later"] = (set, payload) => set.Spawn(async _ =>
        {
            await Task.Yield();
            return payload;
        }),
        ["Spawn with state"] = (set, payload) => set.Spawn(static (state, _) => Task.FromResult(state), payload),
        ["Spawn, failing"] = (set, payload) => set.Spawn(_ => throw new InvalidOperationException { Data = { ["payload"] = payload } }),
        ["SpawnOn"] = (set, payload) => set.SpawnOn(TaskScheduler.Default, _ => Task.FromResult(payload)),
        ["SpawnOn a scheduler that throws"] = (set, payload) => set.SpawnOn(new RefusingScheduler(new MarkedException()), _ => Task.FromResult(payload)),
        ["SpawnLocal"] = (set, payload) => new PoolContext().Around(() => set.SpawnLocal(_ => Task.FromResult(payload))),
        ["SpawnBlocking"] = (set, payload) => set.SpawnBlocking(_ => payload),
        ["SpawnBlocking with state"] = (set, payload) => set.SpawnBlocking(static (state, _) => state, payload),
        ["Add"] = (set, payload) => set.Add(Task.FromResult(payload)),
        ["Add, later"] = (set, payload) => set.Add(Task.Run(() => payload)),
        ["aborted while waiting"] = (set, payload) => AbortWaiting(set, waiting => waiting.Spawn(_ => Task.FromResult(payload))),
        ["aborted while waiting, with state"] = (set, payload)
            => AbortWaiting(set, waiting => waiting.Spawn(static (state, _) => Task.FromResult(state), payload)),
        ["aborted while waiting, blocking"] = (set, payload)
            => AbortWaiting(set, waiting => waiting.SpawnBlocking(static (state, _) => state, payload)),
        ["aborted while added"] = (set, payload) =>
        {
            AbortHandle handle = set.Add(new TaskCompletionSource<object>(payload).Task);
            handle.Abort();
            return handle;
        },
        ["aborted while running"] = (set, payload) =>
        {
            AbortHandle handle = set.Spawn(async token =>
            {
                await SampleWork.UntilAborted(token);
                return payload;
            });
            handle.Abort();
            return handle;
        },
    };

    public static TheoryData<string> Spawns => [.. s_spawns.Keys];

    [Theory, MemberData(nameof(Spawns))]
    public async Task JoinedTask_SetAndHandleKept_LeavesNothingAlive(string spawn)
    {
        var set = new JoinSet<object>(new JoinSetOptions { MaxConcurrency = 1 });
        (WeakReference payload, AbortHandle handle) = Leave(spawn, set);

        await JoinOnlyAsync(set);

        Assert.True(await Collected.UntilAsync(() => !payload.IsAlive));
        Assert.True(handle.IsFinished);
        GC.KeepAlive(set);
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task DetachedTask_SetAndHandleKept_LeavesNothingAlive(string spawn)
    {
        var set = new JoinSet<object>(new JoinSetOptions { MaxConcurrency = 1 });
        (WeakReference payload, AbortHandle handle) = Leave(spawn, set);

        set.DetachAll();

        Assert.True(await Collected.UntilAsync(() => !payload.IsAlive));
        await Deadline.UntilAsync(() => handle.IsFinished);
        GC.KeepAlive(set);
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task TaskOfADisposedSet_SetAndHandleKept_LeavesNothingAlive(string spawn)
    {
        var set = new JoinSet<object>(new JoinSetOptions { MaxConcurrency = 1 });
        (WeakReference payload, AbortHandle handle) = Leave(spawn, set);

        await set.DisposeAsync().InTime();

        Assert.True(await Collected.UntilAsync(() => !payload.IsAlive));
        await Deadline.UntilAsync(() => handle.IsFinished);
        GC.KeepAlive(set);
    }

    // The waiter that served the join is kept for the next one; it must not keep the result, nor who awaited it.
    [Fact]
    public async Task JoinThatWaited_SetKept_LeavesItsResultToItsCaller()
    {
        var set = new JoinSet<object>();

        WeakReference payload = await JoinWaitingAsync(set);

        Assert.True(await Collected.UntilAsync(() => !payload.IsAlive));
        GC.KeepAlive(set);
    }

    // Not what an async local of the spawner holds, either: the captured context goes when the work starts or is abandoned.
    [Theory, BothFaces]
    public async Task SpawnersContext_TaskJoined_IsLetGo(Face face)
    {
        AnySet set = AnySet.Create(face);
        (WeakReference value, AbortHandle handle) = await Task.Run(() => LeaveContext(set));

        await set.DrainAsync();

        Assert.True(await Collected.UntilAsync(() => !value.IsAlive));
        Assert.True(handle.IsFinished);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Payload, AbortHandle Handle) Leave(string spawn, JoinSet<object> set)
    {
        object payload = new();
        return (new WeakReference(payload), s_spawns[spawn](set, payload));
    }

    private static AbortHandle AbortWaiting(JoinSet<object> set, Func<JoinSet<object>, AbortHandle> spawn)
    {
        var end = new TaskCompletionSource<object>();
        set.Spawn(_ => end.Task);
        AbortHandle handle = spawn(set);
        handle.Abort();
        end.SetResult(new object());
        return handle;
    }

    private static async Task JoinOnlyAsync(JoinSet<object> set)
    {
        while (await set.JoinNextAsync().InTime() is not null)
        {
        }
    }

    private static async Task<WeakReference> JoinWaitingAsync(JoinSet<object> set)
    {
        var end = new TaskCompletionSource<object>();
        set.Add(end.Task);
        Task<JoinResult<object>?> join = set.JoinNextAsync().AsTask();
        Assert.False(join.IsCompleted);
        end.SetResult(new object());
        return new WeakReference((await join.InTime())!.Value.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Value, AbortHandle Handle) LeaveContext(AnySet set)
    {
        var local = new AsyncLocal<object?> { Value = new object() };
        var weak = new WeakReference(local.Value);
        AbortHandle handle = set.Spawn(SampleWork.Returns(1));
        local.Value = null;
        return (weak, handle);
    }
}
