using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>What the library itself awaits never goes back to its caller's context: a thread that blocks there is not waited for.</summary>
public sealed partial class Point06_Threads
{
    private static readonly OddContext s_dead = new(static _ => { });

    [Theory]
    [BothFaces("JoinAll", false)]
    [BothFaces("JoinAll", true)]
    [BothFaces("JoinAll with a cancelled token", false)]
    [BothFaces("Shutdown", false)]
    [BothFaces("DisposeAsync", false)]
    public async Task Waiting_UnderAContextThatRunsNothing_ComesToItsEnd(Face face, string waiting, bool hasFailure)
    {
        AnySet set = AnySet.Create(face);
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        if (hasFailure)
        {
            set.Add(Task.FromException<int>(new MarkedException()));
        }

        Task wait = s_dead.Around(() => waiting switch
        {
            "JoinAll" => set.JoinAllAsync(),
            "Shutdown" => set.ShutdownAsync(),
            "DisposeAsync" => set.DisposeAsync(),
            _ => set.JoinAllAsync(new CancellationToken(canceled: true)),
        });

        Assert.False(wait.IsCompleted);
        end.Raise();
        Exception? thrown = await Record.ExceptionAsync(() => wait.InTime());
        Assert.IsNotType<TimeoutException>(thrown);
        Assert.True(set.IsEmpty);
    }

    [Fact]
    public async Task Enumeration_UnderAContextThatRunsNothing_GoesOn()
    {
        using var set = new JoinSet<int>();
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        await using IAsyncEnumerator<JoinResult<int>> results = set.GetAsyncEnumerator();

        Task<bool> next = s_dead.Around(() => results.MoveNextAsync().AsTask());

        end.Raise();
        Assert.True(await next.InTime());
        await set.ShutdownAsync();
    }

    [Fact]
    public async Task EnumerationWithoutValues_UnderAContextThatRunsNothing_GoesOn()
    {
        using var set = new JoinSet();
        Signal started = new(), end = new();
        set.Spawn(SampleWork.Until(end, started));
        await started.Raised.InTime();
        await using IAsyncEnumerator<JoinResult> results = set.GetAsyncEnumerator();

        Task<bool> next = s_dead.Around(() => results.MoveNextAsync().AsTask());

        end.Raise();
        Assert.True(await next.InTime());
        await set.ShutdownAsync();
    }
}
