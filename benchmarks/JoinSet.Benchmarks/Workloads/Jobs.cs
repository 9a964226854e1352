namespace JoinSets.Benchmarks.Workloads;

/// <summary>What one spawned task does. One delegate each, made once, so that nobody pays for making it.</summary>
internal static class Jobs
{
    /// <summary>Completes before it returns (W1, W3, W7). The task for 1 is cached by the BCL: the job itself costs nothing.</summary>
    public static readonly Func<CancellationToken, Task<int>> AtOnce = static _ => Task.FromResult(1);

    /// <summary>Goes through the pool once more (W2, W3y).</summary>
    public static readonly Func<CancellationToken, Task<int>> YieldOnce = static async _ =>
    {
        await Task.Yield();
        return 1;
    };
}
