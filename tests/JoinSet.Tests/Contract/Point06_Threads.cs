using System.Collections.Concurrent;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 6: any member, any thread, any time; each result to one joiner, who never goes on below the end of a task.</summary>
public sealed partial class Point06_Threads
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Joiners_Several_EachResultGoesToOne(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var joined = new ConcurrentBag<TaskId>();
        const int Tasks = 400;
        for (int i = 0; i < Tasks; i++)
        {
            set.Start(way, i % 2 == 0 ? YieldOnce : _ => Task.FromResult(0));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            while (await (number % 2 == 0 ? set.JoinNextAsync() : TryOrWait(set)) is { } result)
            {
                joined.Add(result.Id);
            }
        }))).InTime();

        Assert.Equal(Tasks, joined.Count);
        Assert.Equal(Tasks, joined.Distinct().Count());
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Spawners_Several_NothingIsLostAndIdsDiffer(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var spawned = new ConcurrentBag<TaskId>();
        var joined = new List<TaskId>();

        Task spawning = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                spawned.Add((i % 3 == 0 ? set.Add(Task.FromResult(0)) : set.Spawn(YieldOnce)).Id);
            }
        })));
        while (!spawning.IsCompleted || !set.IsEmpty)
        {
            joined.AddRange((await set.DrainAsync()).Select(result => result.Id));
            await Task.Yield();
        }

        await spawning;
        Assert.Equal(2_000, spawned.Distinct().Count());
        Assert.Equal(spawned.Order(), joined.Order());
    }

    [Theory]
    [InlineData(Face.Values, null)]
    [InlineData(Face.Values, 3)]
    [InlineData(Face.NoValues, null)]
    [InlineData(Face.NoValues, 3)]
    public async Task Members_AllAtOnceFromManyThreads_EveryTaskIsJoinedOnceOrDetached(Face face, int? maxConcurrency)
    {
        using AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = maxConcurrency });
        var joined = new ConcurrentBag<TaskId>();
        var handles = new ConcurrentBag<AbortHandle>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Task.Run(async () =>
        {
            var turmoil = new Turmoil(set, handles, joined, seed);
            for (int step = 0; step < 1_000; step++)
            {
                await turmoil.Step();
            }
        }))).InTime();
        (await set.DrainAsync()).ForEach(result => joined.Add(result.Id));

        await Task.WhenAll(handles.Select(handle => handle.Recorded()));
        Assert.Equal(joined.Count, joined.Distinct().Count());
        Assert.Subset(handles.Select(handle => handle.Id).ToHashSet(), joined.ToHashSet());
        Assert.Equal(0, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Members_WhileTheSetIsDisposed_ThrowNothingButDisposed(Face face)
    {
        for (int round = 0; round < 200; round++)
        {
            AnySet set = AnySet.Create(face);
            var turmoil = new Turmoil(set, [], [], round);
            Task stepping = Task.Run(async () =>
            {
                for (int step = 0; step < 200; step++)
                {
                    await turmoil.Step();
                }
            });
            Task disposing = Task.Run(set.Dispose);

            Assert.True(await Record.ExceptionAsync(() => stepping.InTime()) is null or ObjectDisposedException);
            await disposing;
            Assert.Equal(0, set.Count);
        }
    }

    private static async Task<AnyResult?> TryOrWait(AnySet set)
        => set.TryJoinNext(out AnyResult result) ? result : await set.JoinNextAsync();

    private static async Task<int> YieldOnce(CancellationToken token)
    {
        await Task.Yield();
        return 0;
    }
}
