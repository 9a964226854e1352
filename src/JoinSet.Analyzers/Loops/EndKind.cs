namespace JoinSets.Analyzers.Loops;

/// <summary>How a condition knows that a set is at its end.</summary>
internal enum EndKind
{
    /// <summary>A join gave null.</summary>
    Null,

    /// <summary>Its count was looked at.</summary>
    Empty,
}
