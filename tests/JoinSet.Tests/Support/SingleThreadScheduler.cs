using System.Collections.Concurrent;

namespace JoinSets.Tests.Support;

/// <summary>A scheduler with a thread of its own.</summary>
internal sealed class SingleThreadScheduler : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task?> _queued = [];
    private readonly Thread _thread;

    internal SingleThreadScheduler()
    {
        _thread = new Thread(Pump) { IsBackground = true, Name = nameof(SingleThreadScheduler) };
        _thread.Start();
    }

    internal bool IsCurrentThread => Thread.CurrentThread == _thread;

    /// <summary>Ends the thread once it has run what was queued.</summary>
    public void Dispose() => _queued.Add(null);

    protected override void QueueTask(Task task) => _queued.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queued.OfType<Task>();

    private void Pump()
    {
        while (_queued.Take() is { } task)
        {
            TryExecuteTask(task);
        }
    }
}
