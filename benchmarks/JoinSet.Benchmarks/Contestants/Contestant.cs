using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Contestants;

/// <summary>
/// One way of starting many tasks and taking their results. Each shape of work is a method that gives the number of
/// results taken; a shape that a contestant cannot do is left alone and gives null.
/// </summary>
/// <param name="name">One of <see cref="Names"/>.</param>
internal abstract class Contestant(string name)
{
    public string Name { get; } = name;

    /// <summary>How many parked tasks it can be asked for in reasonable time.</summary>
    public virtual int MostParked => int.MaxValue;

    /// <summary>W1, W2: starts all, then takes all.</summary>
    public virtual Task<long>? CollectAsync(int count, Func<CancellationToken, Task<int>> job) => null;

    /// <summary>W3, W3y, W7: keeps <paramref name="window"/> in flight until <paramref name="count"/> are done.</summary>
    public virtual Task<long>? SlideAsync(int count, int window, Func<CancellationToken, Task<int>> job) => null;

    /// <summary>W4: starts all; another thread completes them in random order meanwhile.</summary>
    public virtual Task<long>? AwaitParkedAsync(ParkedTasks tasks) => null;

    /// <summary>W5: starts all, aborts them once all have started, gives the number of canceled ones reaped.</summary>
    public virtual Task<long>? AbortAsync(EndlessTasks tasks) => null;

    /// <summary>W6: starts all and gives whatever keeps them in reach.</summary>
    public virtual object? Hold(ParkedTasks tasks) => null;
}
