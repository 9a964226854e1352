namespace JoinSets.StressTests.Properties;

/// <summary>What the random sequences must have met, or they prove little.</summary>
internal static class InterestingAnswers
{
    internal static IReadOnlyList<string> ForAnySet { get; } =
    [
        "Spawn Plain: Done", "Spawn WithState: Done", "Spawn OnScheduler: Done", "Spawn Local: Done", "Spawn Blocking: Done",
        "Spawn Added: Done", "Spawn Plain: Disposed", "Spawn Added: Disposed",
        "TryJoinNext: Success", "TryJoinNext: Faulted", "TryJoinNext: Canceled", "TryJoinNext: Stray", "TryJoinNext: NothingReady",
        "TryJoinNext: Disposed",
        "Join: Success", "Join: Faulted", "Join: Canceled", "Join: Stray", "Join: Empty", "Join: Waits", "Join: JoinCanceled",
        "Join: Disposed",
        "waiting Join: Success", "waiting Join: Faulted", "waiting Join: Canceled", "waiting Join: Stray", "waiting Join: Empty",
        "waiting Join: JoinCanceled",
        "JoinAll: Success", "JoinAll: Faulted", "JoinAll: Canceled", "JoinAll: Disposed", "JoinAll: Skipped",
        "Shutdown: Done", "DisposeAsync waits: Done", "DisposeAsync has nothing to wait for: Done",
    ];
}
