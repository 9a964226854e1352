namespace JoinSets.Analyzers.Typestate;

/// <summary>The kinds of values that tell something about a set.</summary>
internal enum ValueKind : byte
{
    Unknown,
    Null,
    NotNull,
    True,
    False,

    /// <summary>The set, or a wrapper that is nothing but the set.</summary>
    Set,

    /// <summary>What <c>await foreach</c> over the set goes through.</summary>
    Sequence,
    Enumerator,

    /// <summary>A join that was not awaited yet.</summary>
    JoinTask,

    /// <summary>A step of an enumerator that was not awaited yet.</summary>
    MoveTask,

    /// <summary>JoinAllAsync: the set is empty once it was awaited, however it ends.</summary>
    JoinAllTask,

    /// <summary>ShutdownAsync: the set is empty once it was awaited, unless its token was cancelled.</summary>
    ShutdownTask,

    /// <summary>A method that was given the set and does something to it until it ends.</summary>
    HelperTask,

    /// <summary>A join's result: the set was empty if it is null.</summary>
    EmptyIfNull,
    EmptyIfTrue,
    EmptyIfFalse,

    /// <summary>A join gave a result if this is true; nothing is known if it is false.</summary>
    JoinedIfTrue,
    JoinedIfFalse,

    /// <summary>The set's Count.</summary>
    Count,

    /// <summary>Cancellation was asked for, if this is true.</summary>
    CancelledIfTrue,
    CancelledIfFalse,

    /// <summary>The truth value of the variable in the slot.</summary>
    IsTrue,
    IsFalse,
    IsNull,
    IsNotNull,
}
