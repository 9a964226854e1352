namespace JoinSets.Benchmarks.Contestants;

/// <summary>Who runs. JoinSet first: the others are what it is compared with.</summary>
internal static class ContestantTable
{
    public static IReadOnlyList<Contestant> All { get; } =
    [
        new SpawnAndJoin(),
        new HandWrittenChannel(),
        new Floor(),
        new WhenAll(),
        new WhenEach(),
        new OrderByCompletion(),
        new CompletionPipe(),
        new ParallelForEach(),
        new WhenAnyLoop(),
    ];
}
