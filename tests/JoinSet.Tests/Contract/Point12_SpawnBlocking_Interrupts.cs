using System.Reflection;
using JoinSets.Completion;
using JoinSets.Scheduling;
using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Contract;

/// <summary>
/// Point 12: an interrupt is how blocking work that knows no tokens is stopped. One that comes when the work is over ends neither the
/// thread nor, as an exception that nobody catches, the process.
/// </summary>
public sealed class Point12_SpawnBlocking_Interrupts
{
    private readonly BlockingSet _set = new(new BlockingThreads(maxThreads: 1, Timeout.InfiniteTimeSpan));

    [Fact]
    public async Task Interrupt_WhileTheWorkRuns_StopsIt()
    {
        var running = new TaskCompletionSource<Thread>();
        _set.Spawn(() =>
        {
            running.SetResult(Thread.CurrentThread);
            Thread.Sleep(Timeout.Infinite);
        });

        (await running.Task.InTime()).Interrupt();

        JoinResult? result = await _set.JoinNextAsync();
        Assert.IsType<ThreadInterruptedException>(result!.Value.Error!.Exception);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Interrupt_LeftBehindByTheWork_MeetsNobody(bool nextIsQueuedBefore)
    {
        int first = 0, second = 0;
        var queued = new Signal();
        _set.Spawn(() =>
        {
            queued.Block();
            first = Environment.CurrentManagedThreadId;
            Thread.CurrentThread.Interrupt();
        });

        for (int results = 0; results < 2; results++)
        {
            if (nextIsQueuedBefore == (results == 0))
            {
                _set.Spawn(() =>
                {
                    second = Environment.CurrentManagedThreadId;
                    Thread.Sleep(0); // where an interrupt strikes
                });
            }

            queued.Raise();
            Assert.True((await _set.JoinNextAsync())!.Value.IsSuccess);
        }

        Assert.Equal(first, second);
    }

    /// <summary>Before the outcome is given out: what wakes the joiner takes locks, the pool's among them, and an interrupt strikes at the first that is contended.</summary>
    [Fact]
    public void Interrupt_LeftBehindByTheWork_IsGoneWhenTheWorkIsOver()
    {
        Func<Action, CancellationToken, Task> run = static (work, _) =>
        {
            work();
            return Task.CompletedTask;
        };
        var entry = new BlockingEntry<Action>(Thread.CurrentThread.Interrupt, run, name: null);

        typeof(JoinEntry).GetMethod("Invoke", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(entry, [run]);

        Assert.Null(Record.Exception(static () => Thread.Sleep(0))); // where an interrupt strikes
    }

    [Fact]
    public async Task Interrupt_OfAnIdleThread_EndsNothing()
    {
        for (int i = 0; i < 100; i++)
        {
            Thread? thread = null;
            _set.Spawn(() => thread = Thread.CurrentThread);
            await _set.JoinNextAsync();

            thread!.Interrupt();

            Assert.True(thread.IsAlive);
        }

        _set.Spawn(() => { });
        Assert.NotNull(await _set.JoinNextAsync());
    }
}
