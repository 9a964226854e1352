using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 5: cancelling a join ends the wait and nothing else; what it waited for is the next joiner's.</summary>
public sealed partial class Point05_CancelSafety
{
    public enum Joining
    {
        JoinNext,
        Foreach,
        JoinEach,
        JoinEachWithCancellation,
    }

    public static TheoryData<Face, Joining> EveryJoining => Ways.WithEachKind(Enum.GetValues<Joining>());

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Join_CanceledWhileItWaits_ThrowsWithThatTokenAndTheNextGetsTheResult(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var task = new TaskCompletionSource<int>();
        AbortHandle handle = set.Add(task.Task);
        Task<AnyResult?> join = Join(set, joining, source.Token);
        Assert.False(join.IsCompleted);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => join.InTime());
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(join.IsCanceled);
        Assert.Equal(1, set.Count);
        task.SetResult(0);
        Assert.Equal(handle.Id, (await set.JoinOne()).Id);
    }

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Join_TokenIsCanceledAlready_ThrowsAndLeavesTheReadyResult(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        var canceled = new CancellationToken(canceled: true);
        AbortHandle handle = set.Add(Task.FromResult(0));

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => Join(set, joining, canceled).InTime());

        Assert.Equal(canceled, exception.CancellationToken);
        Assert.Equal(1, set.Count);
        Assert.True(set.TryJoinNext(out AnyResult result));
        Assert.Equal(handle.Id, result.Id);
    }

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Join_TokenIsCanceledAlready_ThrowsThoughTheSetIsEmptyOrATaskRuns(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        var canceled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(() => Join(set, joining, canceled).InTime());
        set.Add(new TaskCompletionSource<int>().Task);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Join(set, joining, canceled).InTime());

        Assert.Equal(1, set.Count);
    }

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Join_DisposedSetAndCanceledToken_SaysDisposed(Face face, Joining joining)
    {
        AnySet set = AnySet.Create(face);
        set.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Join(set, joining, new CancellationToken(canceled: true)).InTime());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Join(set, joining, CancellationToken.None).InTime());
    }

    [Fact]
    public void JoinNext_DisposedSet_ThrowsAtTheCall()
    {
        var valued = new JoinSet<int>();
        var plain = new JoinSet();
        valued.Dispose();
        plain.Dispose();
        var canceled = new CancellationToken(canceled: true);

        Assert.Throws<ObjectDisposedException>(() => { _ = valued.JoinNextAsync(canceled).AsTask(); });
        Assert.Throws<ObjectDisposedException>(() => { _ = plain.JoinNextAsync(canceled).AsTask(); });
        Assert.Throws<ObjectDisposedException>(() => valued.TryJoinNext(out _));
        Assert.Throws<ObjectDisposedException>(() => plain.TryJoinNext(out _));
    }

    private static Task<AnyResult?> Join(AnySet set, Joining joining, CancellationToken token) => joining switch
    {
        Joining.JoinNext => set.JoinNextAsync(token),
        Joining.Foreach => First(set.GetAsyncEnumerator(token)),
        Joining.JoinEach => First(set.JoinEachAsync(token).GetAsyncEnumerator(CancellationToken.None)),
        _ => First(set.JoinEachAsync(CancellationToken.None).GetAsyncEnumerator(token)),
    };

    // The loop that is left after its first result: what is not joined stays.
    private static async Task<AnyResult?> First(IAsyncEnumerator<AnyResult> results)
    {
        await using (results)
        {
            return await results.MoveNextAsync() ? results.Current : null;
        }
    }
}
