using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 13: Add joins a task started elsewhere; aborting it abandons the wait, and the task itself is left alone.</summary>
public sealed class Point13_Add
{
    private readonly TaskCompletionSource<int> _foreign = new();

    [Theory, BothFaces]
    public async Task Add_TaskThatEndsLater_IsJoinedThen(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Add(_foreign.Task, "foreign");
        Task<AnyResult?> join = set.JoinNextAsync();
        Assert.Equal(1, set.Count);
        Assert.False(handle.IsFinished);

        _foreign.SetResult(7);

        AnyResult? result = await join.InTime();
        Assert.True(result!.IsSuccess);
        Assert.Equal(handle.Id, result.Id);
        Assert.Equal("foreign", result.Name);
        Assert.True(handle.IsFinished);
    }

    [Theory, BothFaces]
    public void Add_TaskThatHasEnded_CanBeJoinedAtOnce(Face face)
    {
        AnySet set = AnySet.Create(face);

        AbortHandle handle = set.Add(Task.FromResult(7));

        Assert.True(handle.IsFinished);
        Assert.True(set.TryJoinNext()!.IsSuccess);
    }

    [Fact]
    public async Task Add_Value_IsDelivered()
    {
        await using var set = new JoinSet<int>();
        set.Add(_foreign.Task);
        _foreign.SetResult(7);

        int[] values = await set.JoinAllAsync().InTime();

        Assert.Equal([7], values);
    }

    [Theory, BothFaces]
    public void Add_FailedTask_GivesItsOwnException(Face face)
    {
        AnySet set = AnySet.Create(face);
        var failure = new MarkedException();
        set.Add(_foreign.Task);

        _foreign.SetException(failure);

        AnyResult result = set.TryJoinNext()!;
        Assert.True(result.IsFaulted);
        Assert.Same(failure, result.Error!.Exception);
    }

    [Theory, BothFaces]
    public void Add_TaskCanceledByItsOwner_IsAFault(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(_foreign.Task);

        _foreign.SetCanceled();

        AnyResult result = set.TryJoinNext()!;
        Assert.True(result.IsFaulted);
        Assert.False(result.IsCanceled);
        Assert.IsType<TaskCanceledException>(result.Error!.Exception);
    }

    [Theory, BothFaces]
    public void Abort_AddedTask_IsReapedAsCanceledAtOnce(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Add(_foreign.Task);

        handle.Abort();

        Assert.Equal(1, set.Count);
        Assert.True(handle.IsFinished);
        AnyResult result = set.TryJoinNext()!;
        Assert.True(result.IsCanceled);
        Assert.False(result.IsFaulted);
        Assert.IsType<OperationCanceledException>(result.Error!.Exception);
        Assert.Equal(0, set.Count);
    }

    [Theory, BothFaces]
    public async Task AddedTask_AfterAnyKindOfAbort_IsNotTouched(Face face)
    {
        using var parent = new CancellationTokenSource();
        AnySet set = AnySet.Create(face, parent.Token);
        set.Add(_foreign.Task).Abort();
        set.Add(_foreign.Task);
        set.AbortAll();
        set.Add(_foreign.Task);
        await set.ShutdownAsync().InTime();
        set.Add(_foreign.Task);
        await parent.CancelAsync().InTime();
        set.Add(_foreign.Task);
        await set.DisposeAsync().InTime();

        Assert.False(_foreign.Task.IsCompleted);
        _foreign.SetResult(7);
        Assert.Equal(7, await _foreign.Task);
    }

    [Theory, BothFaces]
    public void AddedTask_EndingAfterTheAbort_IsNotJoinedAgain(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(_foreign.Task).Abort();
        Assert.NotNull(set.TryJoinNext());

        _foreign.SetResult(7);

        Assert.Null(set.TryJoinNext());
        Assert.Equal(0, set.Count);
    }

    [Theory, BothFaces]
    public void Abort_AddedTaskThatHasEnded_ChangesNothing(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Add(Task.FromResult(7));

        handle.Abort();

        Assert.True(set.TryJoinNext()!.IsSuccess);
    }

    [Theory, BothFaces]
    public async Task Add_SameTaskTwice_IsJoinedTwice(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle first = set.Add(_foreign.Task);
        AbortHandle second = set.Add(_foreign.Task);

        _foreign.SetResult(7);

        List<AnyResult> results = await set.DrainAsync();
        Assert.Equal([first.Id, second.Id], results.Select(result => result.Id).Order());
        Assert.All(results, result => Assert.True(result.IsSuccess));
    }

    [Theory, BothFaces]
    public async Task ShutdownAsync_AddedTaskThatNeverEnds_IsAbandoned(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(_foreign.Task);

        await set.ShutdownAsync().InTime();

        Assert.Equal(0, set.Count);
        Assert.False(_foreign.Task.IsCompleted);
    }

    [Theory, BothFaces]
    public async Task JoinAllAsync_AfterAFailure_AbandonsTheAdded(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(_foreign.Task);
        set.Spawn(SampleWork.Fails());

        await Assert.ThrowsAsync<MarkedException>(() => set.JoinAllAsync().InTime());

        Assert.Equal(0, set.Count);
        Assert.False(_foreign.Task.IsCompleted);
    }

    [Theory, BothFaces]
    public async Task AddedTask_DetachedWhileItRuns_EndsUnseen(Face face)
    {
        AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Add(_foreign.Task);
        set.DetachAll();
        Assert.False(handle.IsFinished);

        _foreign.SetResult(7);

        Assert.True(handle.IsFinished);
        Assert.Null(await set.JoinNextAsync().InTime());
    }
}
