using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Workloads;

/// <summary>One row of the table: what is done, how often, and what must hold.</summary>
/// <param name="Id">The short name: W1, W3y …</param>
/// <param name="Title">What the tasks do, in a few words.</param>
/// <param name="Size">Tasks per run.</param>
/// <param name="QuickSize">Tasks per run with --quick; 0: not run then.</param>
/// <param name="Run">Runs it once; null where the contestant cannot do this work.</param>
/// <param name="Bounds">The ratios that must hold.</param>
internal sealed record Workload(
    string Id,
    string Title,
    int Size,
    int QuickSize,
    Func<Contestant, int, Task<Sample?>> Run,
    params Bound[] Bounds)
{
    public string Label => Id == "W4" ? $"W4 · {Size:N0}" : Id;

    /// <summary>Whether each aborted task must throw exactly once.</summary>
    public bool CountsThrows => Id == "W5";
}
