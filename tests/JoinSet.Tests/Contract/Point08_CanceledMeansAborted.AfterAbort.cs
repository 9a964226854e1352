using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Work that was aborted: canceled if that is why it stopped, and not otherwise.</summary>
public sealed partial class Point08_CanceledMeansAborted
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_HeedsItsOwnTokenAfterAbortAll_IsCanceledWithTheExceptionThatItThrew(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Obedient();
        set.Start(way, work.Work);
        CancellationToken token = await work.Token;

        set.AbortAll();

        AnyResult result = await set.JoinOne();
        AssertCanceled(result);
        Assert.Equal(token, Assert.IsAssignableFrom<OperationCanceledException>(result.Error!.Exception).CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_HeedsALinkedTokenAfterAbortAll_IsCanceled(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Obedient();
        set.Start(way, async token =>
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
            return await work.Work(linked.Token);
        });
        await work.Token;

        set.AbortAll();

        AssertCanceled(await set.JoinOne());
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_FailsForAnotherReasonAfterAbortAll_IsFaulted(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var work = new Stubborn { Failure = new MarkedException() };
        set.Start(way, work.Work);
        await work.Token;

        set.AbortAll();
        work.Finish();

        AnyResult result = await set.JoinOne();
        Assert.Equal((false, false, true), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.Same(work.Failure, result.Error!.Exception);
    }
}
