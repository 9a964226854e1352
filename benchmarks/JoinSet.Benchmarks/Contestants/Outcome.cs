namespace JoinSets.Benchmarks.Contestants;

/// <summary>What a hand-written channel carries: a value or what went wrong.</summary>
internal readonly record struct Outcome(int Value, Exception? Error);
