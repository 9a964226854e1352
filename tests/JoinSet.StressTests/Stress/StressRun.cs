using System.Diagnostics;

namespace JoinSets.StressTests.Stress;

/// <summary>
/// One stress test: workers on threads of their own, each with its own random numbers, that go on until the time box closes.
/// Thread-safe.
/// </summary>
/// <remarks>
/// The box only ends the making of work. How long the rest takes is not looked at, but for a limit so wide that what
/// reaches it hangs.
/// </remarks>
internal sealed class StressRun
{
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(120);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<(string Role, Thread Thread)> _workers = [];
    private Exception? _failure;

    /// <summary>Whether there is time left, and nothing has failed.</summary>
    internal bool IsOpen => Stopwatch.GetElapsedTime(_start) < StressSettings.Time && Volatile.Read(ref _failure) is null;

    /// <summary>Random numbers of their own for the worker or round of this number.</summary>
    /// <remarks>Stirred (SplitMix64), because Random begins alike from seeds that are alike.</remarks>
    internal static Random RandomFor(int number)
    {
        ulong mixed = ((ulong)(uint)StressSettings.Seed << 32) | (uint)number;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return new Random((int)(mixed >> 33));
    }

    /// <summary>Starts workers of a role.</summary>
    internal void Start(string role, int count, Action<Random> work)
    {
        for (int each = 0; each < count; each++)
        {
            Random random = RandomFor(_workers.Count);
            var thread = new Thread(() => Guard(role, () => work(random))) { IsBackground = true, Name = role };
            _workers.Add((role, thread));
            thread.Start();
        }
    }

    /// <summary>Starts workers of a role that await: each has a thread that waits for it.</summary>
    internal void StartAsync(string role, int count, Func<Random, Task> work)
        => Start(role, count, random => Task.Run(() => work(random)).GetAwaiter().GetResult());

    /// <summary>Waits until all workers of the named roles, or all there are, have ended; rethrows the first failure.</summary>
    internal void Join(params string[] roles)
    {
        foreach ((string role, Thread thread) in _workers.Where(worker => roles.Length == 0 || roles.Contains(worker.Role)))
        {
            if (!thread.Join(s_hang))
            {
                Fail(role, new TimeoutException("it does not end"));
                break;
            }
        }

        if (_failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Plays rounds, each with random numbers of its own, until the box closes: two at least.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> PlayAsync(Func<Random, Task> play)
    {
        int round = 0;
        for (; round < 2 || IsOpen; round++)
        {
            try
            {
                await play(RandomFor(round)).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"round {round} (JOINSET_STRESS_SEED={StressSettings.Seed}): {exception.Message}", exception);
            }
        }

        return round;
    }

    /// <summary>Waits for what must come about by itself.</summary>
    internal static void Until(Func<bool> condition, string what)
        => Assert.True(SpinWait.SpinUntil(condition, s_hang), $"It never happened (JOINSET_STRESS_SEED={StressSettings.Seed}): {what}");

    /// <summary>The same without a thread: for the many short waits of a test that plays rounds.</summary>
    internal static async Task UntilAsync(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            await Task.Yield();
            Assert.True(Stopwatch.GetElapsedTime(start) < s_hang, $"It never happened: {what}");
        }
    }

    /// <summary>Runs a part of the test on this thread; a failure names the seed.</summary>
    internal void Guard(string role, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            Fail(role, exception);
        }
    }

    private void Fail(string role, Exception exception) => Interlocked.CompareExchange(
        ref _failure,
        new InvalidOperationException($"{role} (JOINSET_STRESS_SEED={StressSettings.Seed}): {exception.Message}", exception),
        null);
}
