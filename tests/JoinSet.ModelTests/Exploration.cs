using System.Globalization;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace JoinSets.ModelTests;

/// <summary>A walk through many schedules of one scenario: the same ones each time, so that what fails once fails again.</summary>
/// <remarks>
/// The environment may ask for a longer walk or another one: JOINSET_MODEL_ITERATIONS is the number of coarse schedules for each
/// scenario, JOINSET_MODEL_SEED where the walk begins.
/// </remarks>
internal sealed class Exploration
{
    private const uint DefaultSchedules = 1000;
    private const uint DefaultSeed = 2024;

    // Fine schedules are long: a smaller sample of them fits into the same time.
    private const uint CoarseForEachFine = 10;

    private readonly (Action Run, string[] Foreseen, Func<string[]> Seen) _scenario;
    private readonly Configuration _configuration;

    internal Exploration(ModelBuild build, string scenario, Grain grain)
    {
        uint schedules = Option("JOINSET_MODEL_ITERATIONS", DefaultSchedules);
        _scenario = build.OpenScenarios()[scenario];
        _configuration = Configuration.Create() // which means Coyote's portfolio: four strategies that take turns
            .WithTestingIterations(grain == Grain.Coarse ? schedules : Math.Max(1, schedules / CoarseForEachFine))
            .WithRandomGeneratorSeed(Option("JOINSET_MODEL_SEED", DefaultSeed))
            .WithMemoryAccessRaceCheckingEnabled(grain == Grain.Fine)
            .WithControlFlowRaceCheckingEnabled(grain == Grain.Fine)
            .WithPartiallyControlledConcurrencyAllowed(false)
            .WithPartiallyControlledDataNondeterminismAllowed(false)
            .WithMaxSchedulingSteps(20_000)
            .WithFailureOnMaxStepsBoundEnabled() // what spins for ever is a finding
            .WithDeadlockTimeout(60_000) // real time, for a hang that Coyote cannot see; a slow machine must not look like one
            .WithTraceAnalysisEnabled(false)
            .WithTelemetryEnabled(false);
    }

    internal Findings Run()
    {
        using var engine = TestingEngine.Create(_configuration, _scenario.Run);
        if (!engine.IsTestRewritten())
        {
            throw new InvalidOperationException("The model was not rewritten, so Coyote would check nothing.");
        }

        engine.SetLogger(new TextWriterLogger(TextWriter.Null, VerbosityLevel.None));
        engine.Run();
        return new Findings(engine.TestReport, [.. _scenario.Foreseen.Except(_scenario.Seen())]);
    }

    private static uint Option(string variable, uint otherwise)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? uint.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
