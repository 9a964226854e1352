using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>One joiner's cancellation is no other joiner's business, before, meanwhile or later.</summary>
public sealed partial class Point05_CancelSafety
{
    [Theory]
    [InlineData(Face.Values, 0)]
    [InlineData(Face.Values, 1)]
    [InlineData(Face.Values, 2)]
    [InlineData(Face.NoValues, 0)]
    [InlineData(Face.NoValues, 1)]
    [InlineData(Face.NoValues, 2)]
    public async Task Join_OneOfThreeIsCanceled_TheOtherTwoGetTheResults(Face face, int canceled)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        TaskCompletionSource<int>[] tasks = [new(), new(), new()];
        AbortHandle[] handles = [.. tasks.Select(task => set.Add(task.Task))];
        Task<AnyResult?>[] joins = [.. Enumerable.Range(0, 3).Select(i => set.JoinNextAsync(i == canceled ? source.Token : default))];

        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => joins[canceled].InTime());
        tasks[0].SetResult(0);
        tasks[1].SetResult(0);

        AnyResult?[] results = await Task.WhenAll(joins.Where((_, i) => i != canceled)).InTime();
        Assert.Equal(new[] { handles[0].Id, handles[1].Id }.Order(), results.Select(result => result!.Id).Order());
        Assert.Equal(1, set.Count);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Join_CanceledAfterItWasServed_KeepsItsResult(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var task = new TaskCompletionSource<int>();
        set.Add(task.Task);
        Task<AnyResult?> join = set.JoinNextAsync(source.Token);
        task.SetResult(0);
        Assert.NotNull(await join.InTime());

        await source.CancelAsync();

        Assert.True((await join)!.IsSuccess);
        Assert.True(set.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Join_TheTokenOfAnEarlierJoinIsCanceled_WaitsOn(Face face)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var first = new TaskCompletionSource<int>();
        set.Add(first.Task);
        Task<AnyResult?> earlier = set.JoinNextAsync(source.Token);
        first.SetResult(0);
        Assert.NotNull(await earlier.InTime());

        var second = new TaskCompletionSource<int>();
        set.Add(second.Task);
        Task<AnyResult?> join = set.JoinNextAsync();
        await source.CancelAsync();

        Assert.False(join.IsCompleted);
        second.SetResult(0);
        Assert.NotNull(await join.InTime());
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Join_TheNextCallAfterACanceledOne_IsNotCanceledToo(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 200; round++)
        {
            using var source = new CancellationTokenSource();
            var task = new TaskCompletionSource<int>();
            set.Add(task.Task);
            Task<AnyResult?> canceled = set.JoinNextAsync(source.Token);
            Task<AnyResult?> other = set.JoinNextAsync();

            await Task.WhenAll(source.CancelAsync(), Assert.ThrowsAsync<OperationCanceledException>(() => canceled.InTime()));
            Task<AnyResult?> next = set.JoinNextAsync();
            task.SetResult(0);

            AnyResult?[] results = await Task.WhenAll(other, next).InTime();
            Assert.Single(results, result => result is not null);
        }
    }

    [Theory]
    [MemberData(nameof(EveryJoining))]
    public async Task Join_Canceled_TheTasksDoNotNotice(Face face, Joining joining)
    {
        using AnySet set = AnySet.Create(face);
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        set.Spawn(async token =>
        {
            await gate.Passed();
            token.ThrowIfCancellationRequested();
            return 0;
        });
        Task<AnyResult?> join = Join(set, joining, source.Token);

        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => join.InTime());
        gate.Open();

        Assert.True((await set.JoinOne()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Join_LastResultGoesToAnother_ACanceledTokenAndNullDoNotMix(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 300; round++)
        {
            using var source = new CancellationTokenSource();
            var task = new TaskCompletionSource<int>();
            set.Add(task.Task);
            Task<AnyResult?> first = set.JoinNextAsync();
            Task<AnyResult?> second = set.JoinNextAsync(source.Token);

            Task cancel = Task.Run(source.Cancel);
            task.SetResult(0);

            Assert.NotNull(await first.InTime());
            await cancel;
            Exception? exception = await Record.ExceptionAsync(() => second.InTime());
            Assert.True(exception is OperationCanceledException || await second is null);
        }
    }
}
