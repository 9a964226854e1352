using JoinSets.Completion;
using JoinSets.Scheduling;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>
/// Spawns blocking work onto threads of the test's own choosing: as a set does onto the 512 of the process, by the same parts.
/// </summary>
internal sealed class BlockingSet(BlockingThreads threads)
{
    private readonly JoinCore _core = new(static core => new JoinWaiter<JoinResult>(core, JoinResult.Of), maxConcurrency: null, default);

    internal int Count => _core.Count;

    internal AbortHandle Spawn(Action work) => Spawn(_ => work());

    internal AbortHandle Spawn(Action<CancellationToken> work)
    {
        var entry = new Entry(work, threads);
        Assert.True(_core.TryInsert(entry));
        return new AbortHandle(entry);
    }

    internal async Task<JoinResult?> JoinNextAsync()
        => (await _core.JoinAsync(this, CancellationToken.None).InTime()).Entry is { } entry ? JoinResult.Of(entry) : null;

    internal async Task<List<JoinResult>> DrainAsync()
    {
        var results = new List<JoinResult>();
        while (await JoinNextAsync() is { } result)
        {
            results.Add(result);
        }

        return results;
    }

    private sealed class Entry(Action<CancellationToken> work, BlockingThreads threads)
        : JoinEntry(work, name: null, ExecutionContext.Capture())
    {
        internal override void Dispatch() => threads.Queue(this);

        protected override Task? Invoke(object run)
        {
            try
            {
                ((Action<CancellationToken>)run)(Token);
                return Task.CompletedTask;
            }
            finally
            {
                BlockingThreads.ForgetInterrupt();
            }
        }
    }
}
