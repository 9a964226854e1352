using CsCheck;
using Xunit.Abstractions;

namespace JoinSets.StressTests.Properties;

/// <summary>
/// Calls made at the same time on several threads: what each of them answered, and what is left in the set, must be explained
/// by some order of the calls, made one at a time on the plain lists.
/// </summary>
/// <remarks>More runs: the environment variable CsCheck_Iter or CsCheck_Time (seconds). A failure prints its CsCheck_Seed.</remarks>
public sealed class LinearizabilityTests(ITestOutputHelper output)
{
    private const int Runs = 400;

    [Fact]
    public void CallsOnTasks_AtTheSameTime_HaveAnOrder() => Check(ParallelOperations.OnTasks, tellsCanceledFromFaulted: true, threads: 3);

    // Two threads: a spawn that an AbortAll overtakes is then the only one on its way, and its end the only one that the AbortAll makes.
    [Fact]
    public void CallsOnAll_AtTheSameTime_HaveAnOrder() => Check(ParallelOperations.OnAll, tellsCanceledFromFaulted: false, threads: 2);

    private void Check(GenOperation<ParallelProbe, ParallelModel>[] operations, bool tellsCanceledFromFaulted, int threads)
    {
        using var unobserved = new UnobservedTasks();
        Gen.Const(() => (new ParallelProbe(tellsCanceledFromFaulted), new ParallelModel(tellsCanceledFromFaulted))).SampleParallel(
            operations,
            equal: (probe, model) => model.Explains(probe),
            maxSequentialOperations: 6,
            maxParallelOperations: 6,
            iter: PropertyBudget.Iterations(Runs),
            threads: threads,
            printActual: _ => "a new set",
            printModel: model => model.ToString(),
            writeLine: output.WriteLine);
        unobserved.AssertNone();
    }
}
