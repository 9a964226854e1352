using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>The exception of a task is handed over whole: the same object, all of them, with their stack traces.</summary>
public sealed partial class Point08_CanceledMeansAborted
{
    [Theory]
    [MemberData(nameof(Ways.Async), MemberType = typeof(Ways))]
    public async Task Work_HasSeveralExceptions_KeepsThemAll(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Exception[] exceptions = [new MarkedException(), new OperationCanceledException(), new MarkedException()];
        set.Start(way, _ => FailedBy(exceptions));

        AnyResult result = await set.JoinOne();

        Assert.True(result.IsFaulted);
        Assert.Equal(exceptions, Assert.IsType<AggregateException>(result.Error!.Exception).InnerExceptions);
        Assert.Same(result.Error.Exception, Record.Exception(result.ThrowIfFailed));
    }

    [Theory]
    [MemberData(nameof(Ways.Async), MemberType = typeof(Ways))]
    public async Task Work_WasAbortedAndHasSeveralExceptions_IsFaultedWithThemAll(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        Exception[] exceptions = [new OperationCanceledException(), new MarkedException()];
        var work = new Stubborn();
        set.Start(way, token => work.Work(token).ContinueWith(_ => FailedBy(exceptions), TaskScheduler.Default).Unwrap());
        await work.Token;

        set.AbortAll();
        work.Finish();

        AnyResult result = await set.JoinOne();
        Assert.Equal((false, true), (result.IsCanceled, result.IsFaulted));
        Assert.Equal(exceptions, Assert.IsType<AggregateException>(result.Error!.Exception).InnerExceptions);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Work_ThrowsAnAggregateOfItsOwn_ThatVeryObjectComesOut(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var exception = new AggregateException(new MarkedException());

        set.Spawn(_ => throw exception);

        Assert.Same(exception, (await set.JoinOne()).Error!.Exception);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Add_SeveralExceptions_KeepsThemAll(Face face)
    {
        using AnySet set = AnySet.Create(face);
        Exception[] exceptions = [new MarkedException(), new MarkedException()];

        set.Add(FailedBy(exceptions));

        Assert.Equal(exceptions, Assert.IsType<AggregateException>((await set.JoinOne()).Error!.Exception).InnerExceptions);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Add_ACanceledTask_IsFaultedUnlessItWasAborted(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var endless = new TaskCompletionSource<int>();
        set.Add(Task.FromCanceled<int>(s_foreign));
        AbortHandle abandoned = set.Add(endless.Task);

        abandoned.Abort();

        AnyResult canceled = await set.JoinOne();
        Assert.Equal((false, true), (canceled.IsCanceled, canceled.IsFaulted));
        Assert.Equal(s_foreign, Assert.IsAssignableFrom<OperationCanceledException>(canceled.Error!.Exception).CancellationToken);
        AssertCanceled(await set.JoinOne());
        Assert.False(endless.Task.IsCompleted);
    }

    [Theory]
    [MemberData(nameof(Ways.WithHandle), MemberType = typeof(Ways))]
    public async Task Error_KnowsItsTask_ByIdAndName(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        AbortHandle handle = set.Start(way, _ => throw new MarkedException(), "worker");

        AnyResult result = await set.JoinOne();

        Assert.Equal(("worker", "worker", "worker"), (handle.Name, result.Name, result.Error!.Name));
        Assert.Equal((handle.Id, handle.Id), (result.Id, result.Error.Id));
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Error_IsRethrown_TheStackTraceStillNamesTheCulprit(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        set.Start(way, Culprit);

        AnyResult result = await set.JoinOne();

        Assert.Contains(nameof(Culprit), Assert.Throws<MarkedException>(result.ThrowIfFailed).StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(Culprit), Assert.Throws<MarkedException>(() => result.Error!.Rethrow()).StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Error_OfACanceledTaskIsReadByTwoThreads_BothSeeOneObject(Face face)
    {
        using AnySet set = AnySet.Create(face);
        for (int round = 0; round < 300; round++)
        {
            set.Spawn(_ => Task.FromCanceled<int>(s_foreign));
            JoinError error = (await set.JoinOne()).Error!;

            Exception[] seen = await Task.WhenAll(Task.Run(() => error.Exception), Task.Run(() => error.Exception)).InTime();

            Assert.Same(seen[0], seen[1]);
            Assert.Same(seen[0], error.Exception);
        }
    }

    [Fact]
    public async Task Result_OfATaskThatFailed_EveryWayToReadItAgrees()
    {
        using var valued = new JoinSet<int>();
        using var plain = new JoinSet();
        var mishap = new MarkedException();
        valued.Spawn(_ => throw mishap);
        plain.Spawn(_ => throw mishap);

        JoinResult<int> result = (await valued.JoinNextAsync().InTime())!.Value;
        JoinResult other = (await plain.JoinNextAsync().InTime())!.Value;
        (int value, JoinError? error) = result;

        Assert.Equal((0, result.Error), (value, error));
        Assert.Equal((false, 0), (result.TryGetValue(out value), value));
        Assert.Same(mishap, Record.Exception(() => result.Value));
        Assert.Same(mishap, Record.Exception(result.ThrowIfFailed));
        Assert.Same(mishap, Record.Exception(other.ThrowIfFailed));
        Assert.Same(other.Error, other.Error);
        Assert.Same(result.Error, result.Error);
    }

    private static Task<int> FailedBy(IEnumerable<Exception> exceptions)
    {
        var source = new TaskCompletionSource<int>();
        source.SetException(exceptions);
        return source.Task;
    }

    private static async Task<int> Culprit(CancellationToken token)
    {
        await Task.Yield();
        throw new MarkedException();
    }
}
