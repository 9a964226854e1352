using System.Collections.Concurrent;

namespace JoinSets.Tests.Support;

/// <summary>A scheduler that only takes note of what it is given, and runs it when and where the test says.</summary>
internal sealed class RecordingScheduler : TaskScheduler
{
    private readonly ConcurrentQueue<Task> _queued = new();

    internal int QueuedCount => _queued.Count;

    /// <summary>Whether it was ever given work on the stack of what <see cref="CallerStack"/> watches.</summary>
    internal bool WasCalledBelow { get; private set; }

    /// <summary>Runs what is queued, and what that queues, on this thread.</summary>
    internal void RunQueued()
    {
        while (_queued.TryDequeue(out Task? task))
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>Runs one thing as a task of this scheduler on this thread.</summary>
    internal void Run(Action action)
    {
        var task = new Task(action);
        task.Start(this);
        RunQueued();
        task.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task)
    {
        WasCalledBelow |= CallerStack.IsBelow;
        _queued.Enqueue(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queued.ToArray();
}
