using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The set's own tasks use the set.</summary>
public sealed partial class Point06_Threads
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task TaskOfTheSet_Spawns_TheJoinersSeeTheWholeTree(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);

        Grow(depth: 4);

        Assert.Equal(31, (await set.DrainAsync()).Count(result => result.IsSuccess));

        void Grow(int depth) => set.Start(way, _ =>
        {
            if (depth > 0)
            {
                Grow(depth - 1);
                Grow(depth - 1);
            }

            return Task.FromResult(0);
        });
    }

    [Theory]
    [MemberData(nameof(Ways.Async), MemberType = typeof(Ways))]
    public async Task TaskOfTheSet_Joins_GetsItsSiblingsResult(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var sibling = new TaskCompletionSource<int>();
        string? joined = null;
        var waits = new Gate();
        set.Add(sibling.Task, "sibling");
        set.Start(way, async _ =>
        {
            Task<AnyResult?> join = set.JoinNextAsync(CancellationToken.None);
            waits.Open();
            joined = (await join)?.Name;
            return 0;
        });

        await waits.Passed();
        sibling.SetResult(0);

        AnyResult result = Assert.Single(await set.DrainAsync());
        Assert.True(result.IsSuccess);
        Assert.Equal("sibling", joined);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task TaskOfTheSet_AbortsAll_SeesItsOwnTokenCanceledAtOnce(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        bool? isCanceled = null;
        set.Add(new TaskCompletionSource<int>().Task);

        set.Start(way, token =>
        {
            set.AbortAll();
            isCanceled = token.IsCancellationRequested;
            token.ThrowIfCancellationRequested();
            return Task.FromResult(0);
        });

        List<AnyResult> results = await set.DrainAsync();
        Assert.Equal(2, results.Count(result => result.IsCanceled));
        Assert.True(isCanceled);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task TaskOfTheSet_DetachesOrDisposesOrShutsDown_GoesOn(Face face, Way way)
    {
        AnySet set = AnySet.Create(face);
        var ended = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);

        set.Start(way, async _ =>
        {
            ended.SetResult(await Record.ExceptionAsync(UseIt));
            return 0;
        });

        Assert.Null(await ended.Task.InTime());
        Assert.Throws<ObjectDisposedException>(() => set.TryJoinNext(out AnyResult _));

        async Task UseIt()
        {
            Assert.Equal(1, set.Count);
            Assert.False(set.TryJoinNext(out AnyResult _));
            set.DetachAll();
            Assert.Equal(0, set.Count);
            await set.ShutdownAsync(); // it is no longer one of the set
            set.Dispose();
            await set.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task TaskOfTheSet_DisposesTheSetItIsIn_IsAbortedAndGoesOn(Face face, Way way)
    {
        AnySet set = AnySet.Create(face);
        var ended = new Gate();
        bool isCanceled = false;

        set.Start(way, token =>
        {
            set.Dispose();
            isCanceled = token.IsCancellationRequested;
            ended.Open();
            return Task.FromResult(0);
        });

        await ended.Passed();
        await set.DisposeAsync().InTime();
        Assert.True(isCanceled);
    }
}
