using System.Globalization;
using Xunit;

namespace JoinSets.Tests.Support;

/// <summary>
/// The one timeout of these tests: it turns a hang into a failure. So generous that no verdict ever depends on it; JOINSET_TESTS_DEADLINE_SECONDS
/// makes it shorter for runs in which hangs are expected (mutation testing).
/// </summary>
internal static class Deadline
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("JOINSET_TESTS_DEADLINE_SECONDS"), CultureInfo.InvariantCulture, out int seconds) ? seconds : 120);

    internal static Task InTime(this Task task) => task.WaitAsync(Limit);

    internal static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);

    internal static Task InTime(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    internal static Task<T> InTime<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    /// <summary>Waits until the set has recorded the end of the task.</summary>
    internal static Task Recorded(this AbortHandle handle) => UntilAsync(() => handle.IsFinished);

    /// <summary>Waits for something that announces itself in no other way.</summary>
    internal static async Task UntilAsync(Func<bool> hasHappened)
    {
        for (long start = Environment.TickCount64; !hasHappened();)
        {
            Assert.True(Environment.TickCount64 - start < Limit.TotalMilliseconds, "It never happened.");
            await Task.Yield();
        }
    }
}
