namespace JoinSets.Analyzers.Typestate;

/// <summary>What a nested function does with a set that it captures.</summary>
internal enum SetUse
{
    /// <summary>It does not mention it.</summary>
    None,

    /// <summary>It looks, joins one, or aborts: nothing that a drain outside need know of.</summary>
    Looks,

    /// <summary>It puts tasks in.</summary>
    Fills,

    /// <summary>Anything else.</summary>
    Other,
}
