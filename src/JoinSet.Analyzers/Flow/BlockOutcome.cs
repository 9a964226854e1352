namespace JoinSets.Analyzers.Flow;

/// <summary>What running a block gave.</summary>
/// <param name="normal">After its last operation; null where control never gets there.</param>
/// <param name="caught">What may hold where one of its operations throws of itself: seen by handlers in the same body only.</param>
/// <param name="thrown">What holds where one of its operations always throws, as a throw statement does.</param>
/// <param name="abandoned">What holds where an iterator's consumer leaves it for good.</param>
internal readonly struct BlockOutcome<TFact>(TFact? normal, TFact? caught, TFact? thrown, TFact? abandoned)
    where TFact : class
{
    internal TFact? Normal { get; } = normal;

    internal TFact? Caught { get; } = caught;

    internal TFact? Thrown { get; } = thrown;

    internal TFact? Abandoned { get; } = abandoned;
}
