namespace JoinSets.StressTests.Properties;

/// <summary>A task as the model sees it.</summary>
internal sealed class PlainJob(int number, bool isOwned)
{
    internal int Number => number;

    /// <summary>False for a task that was added: the set neither starts nor stops it.</summary>
    internal bool IsOwned => isOwned;

    internal bool IsMember { get; set; } = true;

    internal bool IsStarted { get; set; }

    internal bool IsAborted { get; set; }

    /// <summary>Set once the set has recorded the end.</summary>
    internal bool IsEnded { get; set; }

    /// <summary>How the work is to end; null as long as the test has not said.</summary>
    internal Ending? Ending { get; set; }

    /// <summary>What a join gives.</summary>
    internal AnswerKind Result => (Ending, IsAborted) switch
    {
        (null, _) => AnswerKind.Canceled,
        _ when isOwned && !IsStarted => AnswerKind.Canceled,
        (Properties.Ending.Value, _) => AnswerKind.Success,
        (Properties.Ending.Fault or Properties.Ending.TwoFaults, _) => AnswerKind.Faulted,
        (_, true) => AnswerKind.Canceled,
        _ => AnswerKind.Stray,
    };
}
