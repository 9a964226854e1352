namespace JoinSets.StressTests.Properties;

/// <summary>A JoinNextAsync that had to wait, and what cancels it.</summary>
internal sealed record WaitingJoin(Task<JoinResult<int>?> Task, CancellationTokenSource Cancellation);
