using Xunit;

namespace JoinSets.ModelTests;

/// <summary>The runtime under Coyote's schedules: nobody waits for ever, every promise is kept, and no race is decided in advance.</summary>
public sealed class RaceTests
{
    public static TheoryData<string> Scenarios => [.. ModelBuild.Sound.OpenScenarios().Keys.Order()];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Race_UnderManySchedules_HoldsAndShowsEveryOutcome(string scenario)
    {
        Findings findings = new Exploration(ModelBuild.Sound, scenario, Grain.Coarse).Run();

        AssertSound(findings);
        Assert.Empty(findings.NeverSeen);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Race_InterleavedBetweenFieldAccesses_Holds(string scenario)
        => AssertSound(new Exploration(ModelBuild.Sound, scenario, Grain.Fine).Run());

    private static void AssertSound(Findings findings)
    {
        Assert.True(findings.Bug.Length == 0, findings.Bug);
        Assert.Empty(findings.UncontrolledCalls);
        Assert.True(findings.IsComplete, "The walk ended early.");
    }
}
