using BenchmarkDotNet.Attributes;
using JoinSets.Analyzers.Benchmarks.Cases;
using JoinSets.Analyzers.Benchmarks.Running;

namespace JoinSets.Analyzers.Benchmarks;

/// <summary>All rules over one generated compilation, beside the compiler alone and analyzers that only look at every body, or at its flow graph.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private AnalyzedCode _code = null!;

    public static IEnumerable<string> Names => CaseTable.All.Select(code => code.Name);

    [ParamsSource(nameof(Names))]
    public string Code { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _code = CaseTable.All.Single(code => code.Name == Code);

    [Benchmark(Baseline = true)]
    public Task<int> Compile() => AnalyzerRun.ReportsAsync(_code, AnalyzerRun.Compile);

    [Benchmark]
    public Task<int> EveryBody() => AnalyzerRun.ReportsAsync(_code, AnalyzerRun.EveryBody);

    [Benchmark]
    public Task<int> EveryGraph() => AnalyzerRun.ReportsAsync(_code, AnalyzerRun.EveryGraph);

    [Benchmark]
    public Task<int> AllRules() => AnalyzerRun.ReportsAsync(_code, AnalyzerRun.AllRules);
}
