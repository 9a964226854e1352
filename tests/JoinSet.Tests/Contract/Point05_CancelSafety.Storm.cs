using System.Collections.Concurrent;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Thousands of joins that are cancelled while the tasks end: every result comes out exactly once.</summary>
public sealed partial class Point05_CancelSafety
{
    private const int CanceledJoins = 2_000;

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Joins_CanceledWhileTasksEnd_EveryResultComesOutOnce(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        var joined = new ConcurrentBag<TaskId>();
        var spawned = new List<TaskId>();
        int canceled = 0;

        // Each round races one cancelled join with one task that ends, and then lets another join see what is left.
        for (int round = 0; canceled < CanceledJoins && round < CanceledJoins * 20; round++)
        {
            using var source = new CancellationTokenSource();
            spawned.Add(set.Spawn(round % 2 == 0 ? Yield : _ => Task.FromResult(0)).Id);
            Task<AnyResult?> join = Join(set, joining, source.Token);
            source.Cancel();
            canceled += await TryKeep(join, joined) ? 0 : 1;
            if (set.TryJoinNext(out AnyResult result))
            {
                joined.Add(result.Id);
            }
        }

        (await set.DrainAsync()).ForEach(result => joined.Add(result.Id));
        Assert.Equal(CanceledJoins, canceled);
        Assert.Equal(spawned, joined.Order());
    }

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Joins_OfSeveralCanceledFromOtherThreads_EveryResultComesOutOnce(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        var joined = new ConcurrentBag<TaskId>();
        var spawned = new ConcurrentBag<TaskId>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            for (int round = 0; round < CanceledJoins / 4; round++)
            {
                using var source = new CancellationTokenSource();
                spawned.Add(set.Spawn(round % 2 == 0 ? Yield : _ => Task.FromResult(0)).Id);
                Task cancel = Task.Run(source.Cancel);
                await TryKeep(Join(set, joining, source.Token), joined);
                await cancel;
            }
        }))).InTime();

        (await set.DrainAsync()).ForEach(result => joined.Add(result.Id));
        Assert.Equal(spawned.Order(), joined.Order());
    }

    private static async Task<bool> TryKeep(Task<AnyResult?> join, ConcurrentBag<TaskId> joined)
    {
        try
        {
            if (await join.InTime() is { } result)
            {
                joined.Add(result.Id);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<int> Yield(CancellationToken token)
    {
        await Task.Yield();
        return 0;
    }
}
