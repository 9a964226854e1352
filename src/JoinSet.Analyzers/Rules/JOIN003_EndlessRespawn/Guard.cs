namespace JoinSets.Analyzers.Rules;

/// <summary>What stands between the start of a loop's turn and a statement in it.</summary>
internal enum Guard
{
    /// <summary>Nothing: it runs on every turn.</summary>
    None,

    /// <summary>A condition that no turn can change: it runs on every turn or on none.</summary>
    Constant,

    /// <summary>A condition that may come out differently next time, or of which too little is known.</summary>
    Changing,
}
