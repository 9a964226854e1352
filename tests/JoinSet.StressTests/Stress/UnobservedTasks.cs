using System.Collections.Concurrent;

namespace JoinSets.StressTests.Stress;

/// <summary>Collects the exceptions of tasks that nobody has looked at, as long as it is not disposed.</summary>
internal sealed class UnobservedTasks : IDisposable
{
    private readonly ConcurrentQueue<Exception> _exceptions = new();

    internal UnobservedTasks() => TaskScheduler.UnobservedTaskException += OnUnobserved;

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    /// <summary>The runtime speaks of such a task when it collects it, so everything is collected first.</summary>
    internal void AssertNone()
    {
        for (int round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Empty(_exceptions);
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args) => _exceptions.Enqueue(args.Exception);
}
