using System.Runtime.CompilerServices;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.House;

/// <summary>The ways in which people will write it: that they compile, without a warning, is half of what is shown here.</summary>
public sealed class CallSites
{
    [Fact]
    public async Task AwaitUsing_ConfigureAwait_Compiles()
    {
#pragma warning disable JOIN001 // disposing of a set with a task in it is what is compiled here
        var values = new JoinSet<int>();
#pragma warning restore JOIN001
        await using (values.ConfigureAwait(false))
        {
            values.Spawn(SampleWork.UntilAborted);
        }

#pragma warning disable JOIN001 // disposing of a set with a task in it is what is compiled here
        var plain = new JoinSet();
#pragma warning restore JOIN001
        await using (plain.ConfigureAwait(false))
        {
            plain.Spawn(SampleWork.UntilAborted);
        }

        await using ConfiguredAsyncDisposable discard = new JoinSet<int>().ConfigureAwait(false);
        Assert.Throws<ObjectDisposedException>(() => values.TryJoinNext(out _));
        Assert.Throws<ObjectDisposedException>(() => plain.TryJoinNext(out _));
    }

    [Fact]
    public async Task DrainLoop_OfBothKinds_ReadsWell()
    {
        await using var set = new JoinSet<int>();
        int sum = 0;
        set.SpawnEach([1, 2, 3], (item, _) => Task.FromResult(item));
        while (await set.JoinNextAsync() is { } result)
        {
            sum += result.Value;
        }

        set.SpawnEach([10, 20, 30], (item, _) => Task.FromResult(item));
        await foreach (var result in set)
        {
            sum += result.Value;
        }

        set.SpawnEach([100, 200, 300], (item, _) => Task.FromResult(item));
        await foreach (var (value, error) in set.JoinEachAsync().ConfigureAwait(false))
        {
            Assert.Null(error);
            sum += value;
        }

        Assert.Equal(666, sum);
    }

    [Fact]
    public async Task DrainLoop_OfThePlainSet_ReadsWell()
    {
        await using var set = new JoinSet();
        int ended = 0;
        set.Spawn(_ => Task.CompletedTask);
        set.Spawn(async token => await Task.Yield());
        while (await set.JoinNextAsync() is { } result)
        {
            result.ThrowIfFailed();
            ended++;
        }

        set.SpawnBlocking(_ => ended++);
        set.SpawnBlocking(_ => Thread.Yield());
        await foreach (var result in set)
        {
            Assert.True(result.IsSuccess);
        }

        Assert.Equal(3, ended);
    }

    // The enumerator of an await foreach is told of the token in either way.
    [Fact]
    public async Task AwaitForeach_WithCancellation_ReachesTheJoin()
    {
        await using var set = new JoinSet<int>();
        set.Spawn(SampleWork.UntilAborted);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (JoinResult<int> _ in set.JoinEachAsync().WithCancellation(cancelled))
            {
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await set.GetAsyncEnumerator(cancelled).MoveNextAsync());

        Assert.Equal(1, set.Count);
    }
}
