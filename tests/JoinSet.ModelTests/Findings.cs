using Microsoft.Coyote.SystematicTesting;

namespace JoinSets.ModelTests;

/// <summary>What a walk through the schedules has shown.</summary>
internal sealed class Findings(TestReport report, string[] neverSeen)
{
    /// <summary>The first schedule that failed, in Coyote's words; empty when none did.</summary>
    internal string Bug { get; } = report.NumOfFoundBugs == 0
        ? ""
        : $"Schedule {Schedules(report)}, seed {report.Configuration.RandomGeneratorSeed}: {string.Join(Environment.NewLine, report.BugReports)}";

    /// <summary>What ran out of Coyote's control: a check with such calls proves nothing.</summary>
    internal IReadOnlyCollection<string> UncontrolledCalls => report.UncontrolledInvocations;

    /// <summary>The outcomes that were foreseen and that no schedule showed.</summary>
    internal IReadOnlyCollection<string> NeverSeen => neverSeen;

    /// <summary>Whether every schedule that was asked for ran to its end.</summary>
    internal bool IsComplete => Schedules(report) == report.Configuration.TestingIterations;

    private static int Schedules(TestReport report) => report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths;
}
