using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Types;

public sealed class JoinResults
{
    [Fact]
    public async Task Success_WithAValue_GivesItInEveryWay()
    {
        JoinResult<string> result = await JoinOneAsync<string>(_ => Task.FromResult("value"));

        Assert.True(result.IsSuccess);
        Assert.False(result.IsCanceled);
        Assert.False(result.IsFaulted);
        Assert.Null(result.Error);
        Assert.Equal("value", result.Value);
        Assert.True(result.TryGetValue(out string? value));
        Assert.Equal("value", value);
        (string? deconstructed, JoinError? error) = result;
        Assert.Equal("value", deconstructed);
        Assert.Null(error);
        Assert.Equal($"task {result.Id} 'name' gave value", result.ToString());
    }

    [Fact]
    public async Task Success_WithNullAsItsValue_IsASuccess()
    {
        JoinResult<string?> result = await JoinOneAsync<string?>(_ => Task.FromResult<string?>(null));

        Assert.True(result.IsSuccess);
        Assert.Null(result.Value);
        Assert.True(result.TryGetValue(out string? value));
        Assert.Null(value);
    }

    [Fact]
    public async Task Fault_WithAnException_GivesItInEveryWay()
    {
        var failure = new MarkedException("gone wrong");
        JoinResult<int> result = await JoinOneAsync<int>(_ => Task.FromException<int>(failure));

        Assert.False(result.IsSuccess);
        Assert.False(result.IsCanceled);
        Assert.True(result.IsFaulted);
        Assert.Same(failure, Assert.Throws<MarkedException>(() => result.Value));
        Assert.Same(failure, Assert.Throws<MarkedException>(() => result.Value));
        Assert.False(result.TryGetValue(out int value));
        Assert.Equal(0, value);
        (int deconstructed, JoinError? error) = result;
        Assert.Equal(0, deconstructed);
        Assert.Same(failure, error!.Exception);
        Assert.Equal(result.Id, error.Id);
        Assert.Equal("name", error.Name);
        Assert.Contains("gone wrong", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_OfAFault_RethrowsWithItsOwnStackTrace()
    {
        JoinResult<int> result = await JoinOneAsync<int>(FailDeepInsideAsync);

        var thrown = Assert.Throws<MarkedException>(() => result.Value);

        Assert.Contains(nameof(FailDeepInsideAsync), thrown.StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(Value_OfAFault_RethrowsWithItsOwnStackTrace), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceled_ByAnAbort_GivesItsOwnException()
    {
        await using var set = new JoinSet<int>();
        var started = new Signal();
        CancellationToken given = default;
        AbortHandle handle = set.Spawn(token =>
        {
            given = token;
            return SampleWork.UntilAbortedAfter(started)(token);
        });
        await started.Raised.InTime();
        handle.Abort();

        JoinResult<int> result = (await set.JoinNextAsync().InTime())!.Value;

        Assert.True(result.IsCanceled);
        Assert.False(result.IsFaulted);
        Assert.False(result.IsSuccess);
        Assert.Equal(given, Assert.ThrowsAny<OperationCanceledException>(() => result.Value).CancellationToken);
        Assert.False(result.TryGetValue(out _));
    }

    [Fact]
    public async Task NoValue_Success_ThrowsNothing()
    {
        await using var set = new JoinSet();
        AbortHandle handle = set.Spawn(SampleWork.Returns(1), "name");

        JoinResult result = (await set.JoinNextAsync().InTime())!.Value;

        result.ThrowIfFailed();
        Assert.True(result.IsSuccess);
        Assert.Equal(handle.Id, result.Id);
        Assert.Equal("name", result.Name);
        Assert.Null(result.Error);
        Assert.Equal($"task {result.Id} 'name' succeeded", result.ToString());
    }

    [Fact]
    public async Task NoValue_Fault_ThrowsItsOwnExceptionWithItsOwnStackTrace()
    {
        await using var set = new JoinSet();
        set.Spawn(FailDeepInsideAsync);

        JoinResult result = (await set.JoinNextAsync().InTime())!.Value;

        Assert.True(result.IsFaulted);
        var thrown = Assert.Throws<MarkedException>(result.ThrowIfFailed);
        Assert.Same(result.Error!.Exception, thrown);
        Assert.Contains(nameof(FailDeepInsideAsync), thrown.StackTrace, StringComparison.Ordinal);
        Assert.Contains("MarkedException", result.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JoinResult<T>> JoinOneAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        await using var set = new JoinSet<T>();
        AbortHandle handle = set.Spawn(work, "name");
        JoinResult<T> result = (await set.JoinNextAsync().InTime())!.Value;
        Assert.Equal(handle.Id, result.Id);
        Assert.Equal("name", result.Name);
        return result;
    }

    private static async Task<int> FailDeepInsideAsync(CancellationToken token)
    {
        await Task.Yield();
        throw new MarkedException();
    }
}
