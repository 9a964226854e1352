using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>
/// Listens for the <see cref="MarkedException"/>s of tasks whose failure nobody looked at. What the whole process reports, so
/// <see cref="CollectAsync"/> is for the process-wide collection.
/// </summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private const string Canary = "canary";

    private readonly ConcurrentQueue<MarkedException> _seen = new();
    private int _canaries;

    internal UnobservedExceptions() => TaskScheduler.UnobservedTaskException += OnUnobserved;

    /// <summary>Collects until failures that nobody looked at have been reported, and gives those of the test.</summary>
    /// <remarks>A task that is forgotten here on purpose shows each time that the listening works.</remarks>
    internal async Task<string[]> CollectAsync()
    {
        for (int pass = 0; pass < 3; pass++)
        {
            int before = Volatile.Read(ref _canaries);
            ForgetFailedTask();
            Assert.True(await Collected.UntilAsync(() => Volatile.Read(ref _canaries) > before), "Unobserved failures are not reported.");
        }

        return [.. _seen.Select(static exception => exception.Message)];
    }

    /// <summary>Collects, and demands that none of these failures was reported. In any collection: it asks for these very objects.</summary>
    internal async Task AssertObservedAsync(params MarkedException[] failures)
    {
        await CollectAsync();
        Assert.Empty(_seen.Intersect(failures));
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForgetFailedTask() => Task.FromException(new MarkedException(Canary));

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs report)
    {
        foreach (MarkedException marked in report.Exception.Flatten().InnerExceptions.OfType<MarkedException>())
        {
            report.SetObserved();
            if (marked.Message == Canary)
            {
                Interlocked.Increment(ref _canaries);
                continue;
            }

            _seen.Enqueue(marked);
        }
    }
}
