using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>Runs the allocation benchmarks with BenchmarkDotNet and gives the bytes of one operation by method name.</summary>
/// <remarks>In this process: bytes do not depend on a clean one, and a generated project would have to build the repository again.</remarks>
internal static class AllocationRunner
{
    public static IReadOnlyDictionary<string, double> Run()
    {
        var job = Job.Dry
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithWarmupCount(3)
            .WithIterationCount(5)
            .WithInvocationCount(1)
            .WithUnrollFactor(1);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "JoinSet.Benchmarks"));
        return BenchmarkRunner.Run([typeof(SpawnAllocations), typeof(JoinAllocations)], config)
            .SelectMany(summary => summary.Reports)
            .ToDictionary(
                report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
                report => (double)report.GcStats.GetTotalAllocatedBytes(excludeAllocationQuantumSideEffects: false)!.Value / report.GcStats.TotalOperations);
    }
}
