using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 15: however many tasks have come and gone, and under however long-lived a token, the memory in use stays flat.</summary>
[Collection(ProcessWide.Name)]
public sealed class Point15_NothingPilesUp : IDisposable
{
    private const int Slack = 1_500_000; // less than two bytes for each of a million tasks

    private readonly CancellationTokenSource _parent = new();

    public void Dispose() => _parent.Dispose();

    [Theory, BothFaces]
    public async Task MillionTasks_UnderOneParentToken_LeaveMemoryFlat(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);

        // AssertFlatAsync runs it twice: a million in all, the second half of which must leave nothing.
        await Collected.AssertFlatAsync(
            async () =>
            {
                for (int wave = 0; wave < 1_000; wave++)
                {
                    set.SpawnEach(Enumerable.Range(0, 500), static (number, _) => Task.FromResult(number));
                    Assert.Equal(500, (await set.DrainAsync()).Count);
                }
            },
            Slack);

        Assert.Equal(0, set.Count);
    }

    [Theory, BothFaces]
    public async Task DetachedTasks_UnderOneParentToken_LeaveMemoryFlat(Face face)
    {
        AnySet set = AnySet.Create(face, _parent.Token);

        await Collected.AssertFlatAsync(
            async () =>
            {
                for (int wave = 0; wave < 200; wave++)
                {
                    var last = new Rendezvous(501);
                    set.SpawnEach(Enumerable.Range(0, 500), (_, _) => last.ArriveAsync());
                    Task arrival = last.ArriveAsync();
                    set.DetachAll();
                    await arrival.InTime();
                }
            },
            Slack);

        GC.KeepAlive(set);
    }

    [Theory]
    [BothFaces("Dispose")]
    [BothFaces("DisposeAsync")]
    [BothFaces("drop")]
    public async Task ManySets_UnderOneParentToken_LeaveMemoryFlat(Face face, string end)
        => await Collected.AssertFlatAsync(
            async () =>
            {
                for (int i = 0; i < 20_000; i++)
                {
                    AnySet set = AnySet.Create(face, _parent.Token);
                    set.Spawn(SampleWork.Returns(1));
                    await EndAsync(set, end);
                }
            },
            Slack);

    [Theory, BothFaces]
    public async Task SpawnAndAbort_AllSlotsHeld_LeavesMemoryFlat(Face face)
    {
        AnySet set = AnySet.Create(face, new JoinSetOptions { MaxConcurrency = 1, CancellationToken = _parent.Token });
        var end = new Signal();
        set.Spawn(SampleWork.Until(end));

        await Collected.AssertFlatAsync(
            () =>
            {
                for (int i = 0; i < 100_000; i++)
                {
                    set.Spawn(SampleWork.UntilAborted).Abort();
                    Assert.True(set.TryJoinNext()!.IsCanceled);
                }

                return Task.CompletedTask;
            },
            Slack);

        end.Raise();
        Assert.Single(await set.DrainAsync());
    }

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task ManyJoinsUnderOneToken_ServedOrNot_LeaveMemoryFlat(Face face, bool served)
    {
        AnySet set = AnySet.Create(face);
        using var joining = new CancellationTokenSource();
        var never = new TaskCompletionSource<int>();
        set.Add(never.Task);

        await Collected.AssertFlatAsync(
            async () =>
            {
                for (int i = 0; i < 20_000; i++)
                {
                    using var single = CancellationTokenSource.CreateLinkedTokenSource(joining.Token);
                    var ending = new TaskCompletionSource<int>();
                    AbortHandle handle = set.Add(ending.Task);
                    Task<AnyResult?> join = set.JoinNextAsync(served ? joining.Token : single.Token);
                    if (served)
                    {
                        ending.SetResult(1);
                        Assert.Equal(handle.Id, (await join.InTime())!.Id);
                        continue;
                    }

                    single.Cancel();
                    await Assert.ThrowsAsync<OperationCanceledException>(() => join.InTime());
                    ending.SetResult(1);
                    Assert.NotNull(set.TryJoinNext());
                }
            },
            Slack);

        GC.KeepAlive(never);
        Assert.Equal(1, set.Count);
    }

    [Theory]
    [BothFaces(true)]
    [BothFaces(false)]
    public async Task Burst_Gone_GivesItsMemoryBack(Face face, bool detached)
    {
        AnySet set = AnySet.Create(face);

        await Collected.AssertFlatAsync(warmUp: () => BurstAsync(10), run: () => BurstAsync(400_000), Slack);

        GC.KeepAlive(set);

        async Task BurstAsync(int tasks)
        {
            for (int i = 0; i < tasks; i++)
            {
                set.Add(Task.FromResult(i));
            }

            Assert.Equal(tasks, set.Count);
            if (detached)
            {
                set.DetachAll();
            }

            Assert.Equal(detached ? 0 : tasks, (await set.DrainAsync()).Count);
        }
    }

    private static async Task EndAsync(AnySet set, string end)
    {
        switch (end)
        {
            case "Dispose":
                set.Dispose();
                break;
            case "DisposeAsync":
                await set.DisposeAsync();
                break;
            default:
                break; // forgotten: the garbage collector finds it
        }
    }
}
