namespace JoinSets.Analyzers.Sendability;

/// <summary>What using a member does to the object it is used on.</summary>
internal enum MemberEffect
{
    /// <summary>Nothing: the object's state is not even looked at.</summary>
    None,

    /// <summary>It looks at the object's state.</summary>
    Reads,

    /// <summary>It changes the object, or uses what only one may use at a time.</summary>
    Writes,

    /// <summary>Nobody can tell. Nothing is ever reported for it.</summary>
    Unknown,
}
