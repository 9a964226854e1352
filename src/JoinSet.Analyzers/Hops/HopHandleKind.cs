namespace JoinSets.Analyzers.Hops;

/// <summary>What is known of the handle of a hop.</summary>
internal enum HopHandleKind
{
    /// <summary>The very expression waits for the end.</summary>
    Over,

    /// <summary>Nobody keeps it: nothing but a signal tells of the end.</summary>
    Dropped,

    /// <summary>One local holds it, and is only ever waited for.</summary>
    Local,

    /// <summary>It goes to the caller of the function.</summary>
    Returned,

    /// <summary>It is somewhere: whatever waits may wait for it.</summary>
    Loose,
}
