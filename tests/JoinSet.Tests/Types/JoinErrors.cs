using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Types;

public sealed class JoinErrors
{
    [Theory, BothFaces]
    public async Task Fault_HasIdNameAndTheTasksOwnException(Face face)
    {
        AnySet set = AnySet.Create(face);
        var failure = new MarkedException("gone wrong");
        AbortHandle handle = set.Spawn(SampleWork.Fails(failure), "fetch");

        JoinError error = (await set.JoinNextAsync().InTime())!.Error!;

        Assert.Equal(handle.Id, error.Id);
        Assert.Equal("fetch", error.Name);
        Assert.True(error.IsFaulted);
        Assert.False(error.IsCanceled);
        Assert.Same(failure, error.Exception);
        Assert.Equal($"task {error.Id} 'fetch' failed: MarkedException: gone wrong", error.ToString());
    }

    [Theory, BothFaces]
    public async Task Rethrow_Fault_KeepsTheStackTrace(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Spawn(FailDeepInsideAsync);
        JoinError error = (await set.JoinNextAsync().InTime())!.Error!;

        for (int i = 0; i < 2; i++)
        {
            var thrown = Assert.Throws<MarkedException>(error.Rethrow);

            Assert.Same(error.Exception, thrown);
            Assert.Contains(nameof(FailDeepInsideAsync), thrown.StackTrace, StringComparison.Ordinal);
        }
    }

    [Theory, BothFaces]
    public async Task SeveralInnerExceptions_AreAllKept(Face face)
    {
        AnySet set = AnySet.Create(face);
        var source = new TaskCompletionSource<int>();
        Exception[] failures = [new MarkedException("one"), new OperationCanceledException("two"), new MarkedException("three")];
        source.SetException(failures);
        set.Add(source.Task);

        JoinError error = (await set.JoinNextAsync().InTime())!.Error!;

        var all = Assert.IsType<AggregateException>(error.Exception);
        Assert.Equal(failures, all.InnerExceptions);
        Assert.Same(error.Exception, Assert.Throws<AggregateException>(error.Rethrow));
    }

    [Theory, BothFaces]
    public void NeverStarted_HasACancellationOfItsOwn(Face face)
    {
        AnySet set = AnySet.Create(face);
        set.Add(new TaskCompletionSource<int>().Task, "added").Abort();

        JoinError error = set.TryJoinNext()!.Error!;

        Assert.True(error.IsCanceled);
        Assert.False(error.IsFaulted);
        var exception = Assert.IsType<OperationCanceledException>(error.Exception);
        Assert.True(exception.CancellationToken.IsCancellationRequested);
        Assert.Same(exception, Assert.Throws<OperationCanceledException>(error.Rethrow));
        Assert.StartsWith($"task {error.Id} 'added' was canceled:", error.ToString(), StringComparison.Ordinal);
    }

    // The exception of a canceled task is made when somebody asks for it.
    [Theory, BothFaces]
    public async Task Exception_AskedForByManyThreads_IsTheSameForAll(Face face)
    {
        for (int i = 0; i < 50; i++)
        {
            AnySet set = AnySet.Create(face);
            set.Add(Task.FromCanceled<int>(new CancellationToken(canceled: true)));
            JoinError error = set.TryJoinNext()!.Error!;

            Exception[] seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => error.Exception))).InTime();

            Assert.All(seen, exception => Assert.Same(error.Exception, exception));
            Assert.IsType<TaskCanceledException>(error.Exception);
        }
    }

    private static async Task<int> FailDeepInsideAsync(CancellationToken token)
    {
        await Task.Yield();
        throw new MarkedException();
    }
}
