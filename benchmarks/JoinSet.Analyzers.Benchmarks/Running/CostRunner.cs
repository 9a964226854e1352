using System.Collections.Immutable;
using System.Diagnostics;
using JoinSets.Analyzers.Benchmarks.Cases;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>Runs all cases, round by round: in each round the rules stand beside the idle analyzers, so that what slows the machine slows all.</summary>
internal static class CostRunner
{
    /// <summary>Roslyn comes from its package, without native code: it takes the runtime this long to compile it well.</summary>
    private const int WarmUps = 8;

    /// <summary>A few short cases alone warm up too little in as many rounds.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Cost>> RunAsync(int rounds, string only, TextWriter progress)
    {
        Cost[] costs = [.. CaseTable.Named(only).Select(code => new Cost(code))];
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < WarmUps || clock.Elapsed < s_warmUp; round++)
        {
            await progress.WriteLineAsync($"warm-up {round + 1}");
            foreach (Cost cost in costs)
            {
                await MeasureAsync(new Cost(cost.Code));
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            await progress.WriteLineAsync($"round {round + 1} of {rounds}");
            foreach (Cost cost in costs)
            {
                await MeasureAsync(cost);
            }
        }

        return costs;
    }

    private static async Task MeasureAsync(Cost cost)
    {
        (double compile, _) = await TimeAsync(cost.Code, AnalyzerRun.Compile);
        (double everyBody, _) = await TimeAsync(cost.Code, AnalyzerRun.EveryBody);
        (double everyGraph, _) = await TimeAsync(cost.Code, AnalyzerRun.EveryGraph);
        (double allRules, int reports) = await TimeAsync(cost.Code, AnalyzerRun.AllRules);
        cost.Add(compile, everyBody, everyGraph, allRules, reports);
    }

    private static async Task<(double Milliseconds, int Reports)> TimeAsync(AnalyzedCode code, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        CompilationWithAnalyzers run = AnalyzerRun.Prepare(code.Compile(), analyzers, isTimed: false);
        run.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"); // the references are read by any build
        TimeSpan start = Environment.CpuUsage.TotalTime; // of this process: what others do on the machine meanwhile counts less than by the clock
        int reports = (await run.GetAnalyzerDiagnosticsAsync()).Length;
        return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, reports);
    }
}
