using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 17: what is spawned after the parent token was cancelled starts aborted, and the token is let go when the set is closed.</summary>
public sealed class Point17_ParentToken_Later
{
    private static readonly Dictionary<string, Func<AnySet, Signal, AbortHandle>> s_spawns = new()
    {
        ["Spawn"] = (set, ran) => set.Spawn(SampleWork.Raises(ran)),
        ["Spawn with state"] = (set, ran) => set.Spawn((signal, token) => SampleWork.Raises(signal)(token), ran),
        ["SpawnOn"] = (set, ran) => set.SpawnOn(new InlineScheduler(), SampleWork.Raises(ran)),
        ["SpawnLocal"] = (set, ran) => new PoolContext().Around(() => set.SpawnLocal(SampleWork.Raises(ran))),
        ["SpawnBlocking"] = (set, ran) => set.SpawnBlocking(token => SampleWork.Raises(ran)(token).Result),
        ["SpawnBlocking with state"] = (set, ran) => set.SpawnBlocking((signal, token) => SampleWork.Raises(signal)(token).Result, ran),
        ["SpawnEach"] = (set, ran) =>
        {
            set.SpawnEach([ran], (signal, token) => SampleWork.Raises(signal)(token));
            return default;
        },
        ["Add"] = (set, _) => set.Add(new TaskCompletionSource<int>().Task),
        ["Add of a task that has ended"] = (set, _) => set.Add(Task.FromResult(1)),
    };

    public static TheoryData<Face, string, bool> Spawns
    {
        get
        {
            var rows = new TheoryData<Face, string, bool>();
            foreach (string spawn in s_spawns.Keys)
            {
                rows.Add(Face.Values, spawn, true);
                rows.Add(Face.Values, spawn, false);
                rows.Add(Face.NoValues, spawn, true);
                rows.Add(Face.NoValues, spawn, false);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Spawns))]
    public async Task Spawn_ParentCancelledBefore_StartsAbortedAndNeverRuns(Face face, string spawn, bool atConstruction)
    {
        using var parent = new CancellationTokenSource();
        if (atConstruction)
        {
            await parent.CancelAsync().InTime();
        }

        AnySet set = AnySet.Create(face, parent.Token);
        await parent.CancelAsync().InTime();
        var ran = new Signal();

        for (int i = 1; i <= 3; i++)
        {
            AbortHandle handle = s_spawns[spawn](set, ran);

            Assert.Equal(1, set.Count);
            AnyResult result = set.TryJoinNext()!; // at once: there is nothing to wait for
            Assert.True(result.IsCanceled);
            Assert.True(handle == default || handle.IsFinished);
            Assert.Equal(0, set.Count);
        }

        Assert.False(ran.IsRaised);
    }

    [Theory, BothFaces]
    public async Task Parent_CancelledTwice_IsAsOnce(Face face)
    {
        using var parent = new CancellationTokenSource();
        AnySet set = AnySet.Create(face, parent.Token);
        set.Spawn(SampleWork.UntilAborted);

        await parent.CancelAsync().InTime();
        await parent.CancelAsync().InTime();

        Assert.Single(await set.DrainAsync());
    }

    // However the two meet, the task is aborted: by the parent if it was in the set by then, else from the start.
    [Theory, BothFaces]
    public async Task Spawn_RacingTheParent_IsAbortedEitherWay(Face face)
    {
        for (int i = 0; i < 500; i++)
        {
            using var parent = new CancellationTokenSource();
            AnySet set = i % 2 == 0
                ? AnySet.Create(face, parent.Token)
                : AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1, CancellationToken = parent.Token });
            set.Spawn(SampleWork.UntilAborted);
            Task cancelling = Task.Run(parent.Cancel);
            set.Spawn(SampleWork.UntilAborted);
            set.Spawn(SampleWork.UntilAborted);
            await cancelling.InTime();

            List<AnyResult> results = await set.DrainAsync();

            Assert.Equal(3, results.Count);
            Assert.All(results, result => Assert.True(result.IsCanceled));
        }
    }

    [Theory, BothFaces]
    public async Task Constructor_RacingTheParent_MissesNoCancellation(Face face)
    {
        for (int i = 0; i < 500; i++)
        {
            using var parent = new CancellationTokenSource();
            Task cancelling = Task.Run(parent.Cancel);
            AnySet set = AnySet.Create(face, parent.Token);
            set.Spawn(SampleWork.UntilAborted);
            await cancelling.InTime();

            Assert.True(Assert.Single(await set.DrainAsync()).IsCanceled);
        }
    }

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task Parent_CancelledAfterTheSetWasDisposed_IsHarmless(Face face, bool waiting)
    {
        using var parent = new CancellationTokenSource();
        AnySet set = AnySet.Create(face, parent.Token);
        set.Spawn(SampleWork.UntilAborted);
        set.Dispose();
        await (waiting ? set.DisposeAsync().InTime() : Task.CompletedTask);

        await parent.CancelAsync().InTime();

        Assert.Throws<ObjectDisposedException>(() => set.Spawn(SampleWork.Returns(1)));
    }

    // Where the set waited for its own callback to return, as the Dispose of a registration does, this would never end.
    [Theory, BothFaces]
    public async Task SetDisposed_InACallbackOfTheParent_DoesNotDeadlock(Face face)
    {
        for (int i = 0; i < 100; i++)
        {
            using var parent = new CancellationTokenSource();
            AnySet? set = null;
            parent.Token.Register(() => set!.Dispose());
            set = AnySet.Create(face, parent.Token);
            parent.Token.Register(() => set.DetachAll());
            set.Spawn(SampleWork.UntilAborted);
            Task cancelling = Task.Run(parent.Cancel);
            set.Dispose();

            await cancelling.InTime();
            await set.DisposeAsync().InTime();
        }
    }

    [Theory, BothFaces]
    public async Task ParentSource_DisposedBefore_IsATokenThatNeverCancels(Face face)
    {
        var parent = new CancellationTokenSource();
        CancellationToken token = parent.Token;
        parent.Dispose();

        AnySet set = AnySet.Create(face, token);
        set.Spawn(SampleWork.Returns(1));

        Assert.True((await set.JoinNextAsync().InTime())!.IsSuccess);
        await set.DisposeAsync().InTime();
    }
}
