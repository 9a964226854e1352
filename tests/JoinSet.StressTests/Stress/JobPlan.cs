namespace JoinSets.StressTests.Stress;

/// <summary>What a job of a stress test does.</summary>
internal enum JobPlan
{
    /// <summary>Gives its value at once.</summary>
    Value,

    /// <summary>Gives its value after a turn of the thread pool.</summary>
    YieldedValue,

    /// <summary>Gives its value when a completer gets to it, whatever its token says.</summary>
    CompletedValue,

    /// <summary>Waits for a completer, and stops at once when its token is cancelled.</summary>
    Heeding,

    /// <summary>Throws before its first await.</summary>
    Throws,

    /// <summary>Throws after a turn of the thread pool.</summary>
    YieldedThrow,

    /// <summary>Throws an OperationCanceledException of its own.</summary>
    Stray,

    /// <summary>Gives null instead of a task.</summary>
    Null,
}
