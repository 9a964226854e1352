namespace JoinSets.Analyzers.Sendability;

/// <summary>May several threads use one value at once?</summary>
internal enum Safety
{
    /// <summary>Nobody can tell. Nothing is ever reported for it.</summary>
    Unknown,

    /// <summary>They may, whatever they do with it.</summary>
    Safe,

    /// <summary>Not while one of them changes it, at least.</summary>
    Unsafe,
}
