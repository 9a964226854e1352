using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 8: canceled is what was aborted and stopped because of it; every other OperationCanceledException is a fault.</summary>
public sealed partial class Point08_CanceledMeansAborted
{
    /// <summary>Ways to end that have to do with cancellation.</summary>
    public enum Ending
    {
        ThrowsAtOnce,
        ThrowsAfterAnAwait,
        ThrowsTaskCanceled,
        ThrowsForAForeignToken,
        ThrowsATimeout,
        ReturnsACanceledTask,
        ReturnsATaskThatFailedByIt,
    }

    private static readonly CancellationToken s_foreign = new(canceled: true);

    public static TheoryData<Face, Ending> EveryEnding => Ways.WithEachKind(Enum.GetValues<Ending>());

    [Theory]
    [MemberData(nameof(EveryEnding))]
    public async Task Work_EndsByACancellationThatNobodyAskedFor_IsFaultedWithIt(Face face, Ending ending)
    {
        using AnySet set = AnySet.Create(face);
        OperationCanceledException exception = ExceptionOf(ending);

        set.Spawn(_ => End(ending, exception));

        AssertFaulted(await set.JoinOne(), ending, exception);
    }

    [Theory]
    [MemberData(nameof(EveryEnding))]
    public async Task Work_EndsByACancellationAfterItsAbort_IsCanceledWithIt(Face face, Ending ending)
    {
        using AnySet set = AnySet.Create(face);
        OperationCanceledException exception = ExceptionOf(ending);
        var aborted = new Gate();
        AbortHandle handle = await Started(set, async _ =>
        {
            await aborted.Passed();
            return 0;
        }, _ => End(ending, exception));

        handle.Abort();
        aborted.Open();

        AnyResult result = await set.JoinOne();
        AssertCanceled(result);
        Assert.True(ending is Ending.ReturnsACanceledTask || ReferenceEquals(exception, result.Error!.Exception));
    }

    [Theory]
    [MemberData(nameof(EveryEnding))]
    public async Task Work_EndsByACancellationAndIsAbortedAfterwards_IsFaulted(Face face, Ending ending)
    {
        using AnySet set = AnySet.Create(face);
        OperationCanceledException exception = ExceptionOf(ending);
        AbortHandle handle = set.Spawn(_ => End(ending, exception));
        await handle.Recorded();

        handle.Abort();
        set.AbortAll();

        AssertFaulted(await set.JoinOne(), ending, exception);
    }

    private static OperationCanceledException ExceptionOf(Ending ending) => ending switch
    {
        Ending.ThrowsTaskCanceled => new TaskCanceledException(),
        Ending.ThrowsForAForeignToken => new OperationCanceledException(s_foreign),
        Ending.ThrowsATimeout => new TaskCanceledException("as HttpClient has it", new TimeoutException()),
        _ => new OperationCanceledException("on purpose"),
    };

    private static Task<int> End(Ending ending, OperationCanceledException exception) => ending switch
    {
        Ending.ThrowsAfterAnAwait => ThrowAfterAnAwait(exception),
        Ending.ReturnsACanceledTask => Task.FromCanceled<int>(s_foreign),
        Ending.ReturnsATaskThatFailedByIt => Task.FromException<int>(exception),
        _ => throw exception,
    };

    private static async Task<int> ThrowAfterAnAwait(Exception exception)
    {
        await Task.Yield();
        throw exception;
    }

    // Runs both, one after the other, as one task of the set; the endings that throw do so before the first await of a continuation.
    private static async Task<AbortHandle> Started(
        AnySet set, Func<CancellationToken, Task<int>> first, Func<CancellationToken, Task<int>> then)
    {
        var started = new Gate();
        AbortHandle handle = set.Spawn(token =>
        {
            started.Open();
            return first(token).ContinueWith(_ => then(token), TaskScheduler.Default).Unwrap();
        });
        await started.Passed();
        return handle;
    }

    private static void AssertFaulted(AnyResult result, Ending ending, OperationCanceledException exception)
    {
        Assert.Equal((false, false, true), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.Equal((false, true), (result.Error!.IsCanceled, result.Error.IsFaulted));
        if (ending is Ending.ReturnsACanceledTask)
        {
            exception = Assert.IsAssignableFrom<OperationCanceledException>(result.Error.Exception);
            Assert.Equal(s_foreign, exception.CancellationToken);
        }

        Assert.Same(exception, result.Error.Exception);
        Assert.Same(exception, Record.Exception(result.ThrowIfFailed));
    }

    private static void AssertCanceled(AnyResult result)
    {
        Assert.Equal((false, true, false), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.Equal((true, false), (result.Error!.IsCanceled, result.Error.IsFaulted));
        Assert.IsAssignableFrom<OperationCanceledException>(result.Error.Exception);
        Assert.Same(result.Error.Exception, Record.Exception(result.ThrowIfFailed));
    }
}
