using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>Point 2: whatever the work does wrong is its result; Spawn itself throws for nothing but its own misuse.</summary>
public sealed partial class Point02_FailureStaysInside
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_ThrowsBeforeItsFirstAwait_IsFaultedWithThatException(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();

        set.Start(way, _ => throw mishap);

        await AssertFaulted(set, mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_ThrowsAfterAnAwait_IsFaultedWithThatException(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();

        set.Start(way, async _ =>
        {
            await Task.Yield();
            throw mishap;
        });

        await AssertFaulted(set, mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_ReturnsAFaultedTask_IsFaultedWithItsException(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();

        set.Start(way, _ => Task.FromException<int>(mishap));

        await AssertFaulted(set, mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.Async), MemberType = typeof(Ways))]
    public async Task Work_ReturnsNull_IsFaultedWithAnExceptionThatSaysSo(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);

        set.Start(way, _ => null!);

        AnyResult result = await set.JoinOne();
        Assert.True(result.IsFaulted);
        Assert.Contains("null", result.Error!.Exception.Message, StringComparison.Ordinal);
        Assert.IsNotType<NullReferenceException>(result.Error.Exception);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Add_ATaskThatHasFailed_IsFaultedWithItsException(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();

        set.Add(Task.FromException<int>(mishap));

        await AssertFaulted(set, mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.Kinds), MemberType = typeof(Ways))]
    public async Task Add_ATaskThatFailsLater_IsFaultedWithItsException(Face face)
    {
        using AnySet set = AnySet.Create(face);
        var mishap = new MarkedException();
        var source = new TaskCompletionSource<int>();

        set.Add(source.Task);
        source.SetException(mishap);

        await AssertFaulted(set, mishap);
    }

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Work_Fails_ItsSiblingsGoOn(Face face, Way way)
    {
        using AnySet set = AnySet.Create(face);
        var gate = new Gate();
        CancellationToken siblingsToken = default;
        AbortHandle sibling = set.Spawn(async token =>
        {
            siblingsToken = token;
            await gate.Passed();
            return 0;
        });

        set.Start(way, _ => throw new MarkedException());
        Assert.True((await set.JoinOne()).IsFaulted);
        gate.Open();
        AnyResult result = await set.JoinOne();

        Assert.Equal((sibling.Id, true), (result.Id, result.IsSuccess));
        Assert.False(siblingsToken.IsCancellationRequested);
    }

    private static async Task AssertFaulted(AnySet set, Exception exception)
    {
        AnyResult result = await set.JoinOne();
        Assert.Equal((false, false, true), (result.IsSuccess, result.IsCanceled, result.IsFaulted));
        Assert.Same(exception, result.Error!.Exception);
        Assert.Same(exception, Assert.ThrowsAny<Exception>(result.ThrowIfFailed));
        Assert.True(set.IsEmpty);
    }
}
