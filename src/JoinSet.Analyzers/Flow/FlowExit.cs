namespace JoinSets.Analyzers.Flow;

/// <summary>How control leaves a point for good, or goes on.</summary>
internal enum FlowExit
{
    /// <summary>To another block of the body, or out of it by its end or a return.</summary>
    Normal,

    /// <summary>By a throw statement, or a call that does nothing else.</summary>
    Throw,

    /// <summary>By an exception that an operation may raise of itself. Followed into handlers of the same body only.</summary>
    Fault,

    /// <summary>By an iterator's consumer that never comes back.</summary>
    Abandon,
}
