using Xunit;

namespace JoinSets.ModelTests;

/// <summary>The check checked: with one deliberate fault in the mechanism, the same scenarios must fail.</summary>
public sealed class BrokenModelTests
{
    private const string Deadlock = "Deadlock detected.";

    /// <summary>The fault (a file of Model/Broken), a scenario that finds it, and what is said.</summary>
    public static TheoryData<string, string, Grain, string> Faults => new()
    {
        { "LostWakeUp", "JoinVersusComplete", Grain.Coarse, Deadlock },
        { "TornTake", "ManyCompletionsVersusSleeper", Grain.Coarse, Deadlock },
        { "UnownedAbort", "ParentTokenVersusSpawn", Grain.Coarse, Deadlock },
        { "SharedWaiter", "WaiterReuseVersusSecondJoiner", Grain.Coarse, "a waiter serves one join at a time" },
        { "GreedyCancel", "CancelJoinVersusTwoResults", Grain.Coarse, "every result is joined once" },
        { "LeakedSlot", "EnterVersusAbort", Grain.Coarse, Deadlock },
        { "HastyHandOver", "AbortAllVersusHandOver", Grain.Coarse, "what waited when all were aborted never starts" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Model_WithOneFault_IsCaught(string fault, string scenario, Grain grain, string report)
    {
        Findings findings = new Exploration(ModelBuild.With(fault), scenario, grain).Run();

        Assert.Contains(report, findings.Bug);
        Assert.Empty(findings.UncontrolledCalls);
    }

    [Fact]
    public void Faults_ThatAreBuilt_AreAllTried()
        => Assert.Equal(ModelBuild.Faults.Order(), Faults.Select(row => (string)row[0]).Order());
}
