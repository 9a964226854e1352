namespace JoinSets.StressTests.Properties;

/// <summary>How the test lets a job end.</summary>
internal enum Ending
{
    /// <summary>With a value.</summary>
    Value,

    /// <summary>With an exception.</summary>
    Fault,

    /// <summary>With two exceptions.</summary>
    TwoFaults,

    /// <summary>As a canceled task.</summary>
    Cancellation,

    /// <summary>As a faulted task whose exception is an OperationCanceledException.</summary>
    ThrownCancellation,
}
