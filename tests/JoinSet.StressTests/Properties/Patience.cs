using System.Diagnostics;

namespace JoinSets.StressTests.Properties;

/// <summary>Waits for what must happen. The limit only turns a hang into a failure; nothing is measured by it.</summary>
internal static class Patience
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    internal static void Until(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        var spin = new SpinWait();
        while (!condition())
        {
            spin.SpinOnce(sleep1Threshold: -1); // what is waited for is microseconds away: a sleep of a millisecond would be most of the test
            if (Stopwatch.GetElapsedTime(start) > s_limit)
            {
                throw new TimeoutException($"It never happened: {what}");
            }
        }
    }
}
