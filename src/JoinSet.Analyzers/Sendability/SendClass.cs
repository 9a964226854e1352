namespace JoinSets.Analyzers.Sendability;

/// <summary>What a type's documentation allows several threads to do with one value of it.</summary>
internal enum SendClass
{
    /// <summary>The documentation does not say, or it depends on the value.</summary>
    Unknown,

    /// <summary>It never changes.</summary>
    Immutable,

    /// <summary>It changes, and takes care of that itself.</summary>
    Synchronized,

    /// <summary>Several may read it as long as nobody changes it.</summary>
    ReadShareable,

    /// <summary>One user at a time, even if all of them only read.</summary>
    Exclusive,

    /// <summary>It belongs to one thread, or to one request.</summary>
    Bound,
}
