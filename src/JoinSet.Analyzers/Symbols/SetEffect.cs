namespace JoinSets.Analyzers.Symbols;

/// <summary>What a member of a set does to the tasks that the set holds.</summary>
internal enum SetEffect
{
    /// <summary>Not in the table: anything may have happened.</summary>
    Unknown,

    /// <summary>Tells something about the set and changes nothing.</summary>
    Looks,

    /// <summary>Puts tasks into the set.</summary>
    Fills,

    /// <summary>Takes one task out, or says that none is there.</summary>
    JoinsOne,

    /// <summary>Takes every task out.</summary>
    JoinsAll,

    /// <summary>Lets every task go on without the set.</summary>
    Detaches,

    /// <summary>Asks every task to stop and leaves it in the set.</summary>
    Aborts,

    /// <summary>Ends the life of the set; what it still holds is aborted.</summary>
    Disposes,
}
