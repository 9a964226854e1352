using System.Collections.Concurrent;

namespace JoinSets.StressTests;

/// <summary>Collects the exceptions of tasks that nobody has looked at, as long as it is not disposed.</summary>
internal sealed class UnobservedTasks : IDisposable
{
    private readonly ConcurrentQueue<Exception> _exceptions = new();

    internal UnobservedTasks()
    {
        Collect(); // what earlier tests left is not this one's
        TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    /// <summary>The runtime speaks of such a task when it collects it, so everything is collected first.</summary>
    internal void AssertNone()
    {
        Collect();
        Assert.Empty(_exceptions);
    }

    // Twice: the finalizer of a dropped set lets go of tasks that can be collected only then.
    private static void Collect()
    {
        for (int round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args) => _exceptions.Enqueue(args.Exception);
}
