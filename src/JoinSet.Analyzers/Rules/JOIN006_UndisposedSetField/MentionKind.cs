namespace JoinSets.Analyzers.Rules;

/// <summary>What a mention of a set does, as far as its owner's duty goes.</summary>
internal enum MentionKind
{
    /// <summary>Looks at it, aborts its tasks, empties the variable: the duty is as it was.</summary>
    Looks,

    /// <summary>Gives the variable a new set.</summary>
    Makes,

    /// <summary>Puts tasks into it.</summary>
    Fills,

    /// <summary>Joins, shuts down, detaches or disposes, or gives the set to somebody who may.</summary>
    CaresFor,
}
