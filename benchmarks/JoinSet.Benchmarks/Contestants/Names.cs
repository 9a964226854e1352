namespace JoinSets.Benchmarks.Contestants;

/// <summary>The contestants' names, as tables, plots and bounds use them.</summary>
internal static class Names
{
    public const string JoinSet = "JoinSet";
    public const string Floor = "floor";
    public const string WhenAll = "WhenAll";
    public const string WhenEach = "WhenEach";
    public const string Channel = "Channel";
    public const string OrderByCompletion = "OrderByCompletion";
    public const string CompletionPipe = "TaskCompletionPipe";
    public const string ParallelForEach = "Parallel.ForEachAsync";
    public const string WhenAnyLoop = "WhenAny loop";
}
