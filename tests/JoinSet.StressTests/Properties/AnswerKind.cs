namespace JoinSets.StressTests.Properties;

/// <summary>The kinds of answers that calls on a set give.</summary>
internal enum AnswerKind
{
    /// <summary>The call returned and had nothing to say.</summary>
    Done,

    /// <summary>The call made no sense here and was left out, by probe and model alike.</summary>
    Skipped,

    /// <summary>A join gave a success.</summary>
    Success,

    /// <summary>A join gave a failure.</summary>
    Faulted,

    /// <summary>A join gave, as a failure, an OperationCanceledException that no abort had asked for.</summary>
    Stray,

    /// <summary>A join gave an aborted task.</summary>
    Canceled,

    /// <summary>TryJoinNext gave false.</summary>
    NothingReady,

    /// <summary>JoinNextAsync gave null.</summary>
    Empty,

    /// <summary>JoinNextAsync has to wait.</summary>
    Waits,

    /// <summary>The join's own token was cancelled.</summary>
    JoinCanceled,

    /// <summary>The set was disposed.</summary>
    Disposed,
}
