namespace JoinSets.Benchmarks.Workloads;

/// <summary>A ratio that must hold: JoinSet's time is at most <paramref name="Most"/> times that of <paramref name="Against"/>.</summary>
internal sealed record Bound(string Against, double Most);
