using CsCheck;
using Xunit.Abstractions;

namespace JoinSets.StressTests.Properties;

/// <summary>Random sequences of calls, one at a time: the real set does what the plain lists say, and nothing else.</summary>
/// <remarks>More sequences: the environment variable CsCheck_Iter or CsCheck_Time (seconds). A failure prints its CsCheck_Seed.</remarks>
public sealed class SequentialModelTests(ITestOutputHelper output)
{
    private const int Sequences = 1_000;

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryCall_InAnySequence_AnswersAsTheModel(int? maxConcurrency)
    {
        using var unobserved = new UnobservedTasks();
        var coverage = new Coverage();

        // One thread: calls are made in turn, and what they set off on the pool is waited for.
        Gen.Const(() => NewPair(maxConcurrency, coverage)).SampleModelBased(
            SetOperations.All,
            equal: (_, model) => model.Finish(),
            iter: PropertyBudget.Iterations(Sequences),
            threads: 1,
            printActual: probe => probe.Answer.ToString(),
            printModel: model => model.ToString(),
            writeLine: output.WriteLine);

        coverage.AssertSeen(PropertyBudget.IsUsual ? InterestingAnswers.ForAnySet : []);
        unobserved.AssertNone();
    }

    private static (SetProbe Actual, SetModel Model) NewPair(int? maxConcurrency, Coverage coverage)
    {
        var probe = new SetProbe(maxConcurrency);
        return (probe, new SetModel(probe, maxConcurrency, coverage));
    }
}
