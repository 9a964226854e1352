using System.Globalization;
using System.Text;
using JoinSets.Analyzers.Benchmarks.Cases;
using JoinSets.Benchmarks.Running;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Benchmarks.Running;

/// <summary>Where the time goes, as the compiler's own clock has it. What rules share is on the account of the one that asks first.</summary>
internal static class RuleTable
{
    private const int Rounds = 5;

    public static async Task<string> MeasureAsync(string only)
    {
        var text = new StringBuilder("| code | rule | ms |\n|---|---|--:|\n");
        foreach (AnalyzedCode code in CaseTable.Named(only))
        {
            foreach ((Type rule, double milliseconds) in (await TimesAsync(code)).OrderByDescending(time => time.Milliseconds).TakeWhile(time => time.Milliseconds > 0.05))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {code.Name} | {rule.Name} | {milliseconds:0.00} |");
            }
        }

        return text.ToString();
    }

    /// <summary>The milliseconds of the rules that need a set.</summary>
    public static async Task<double> OfSetRulesAsync(AnalyzedCode code)
        => (await TimesAsync(code)).Where(static time => !time.Rule.IsSubclassOf(typeof(TaskLoopAnalyzer))).Sum(static time => time.Milliseconds);

    private static async Task<IReadOnlyList<(Type Rule, double Milliseconds)>> TimesAsync(AnalyzedCode code)
    {
        await AnalyzerRun.ReportsAsync(code, AnalyzerRun.AllRules); // warms up
        var times = AnalyzerRun.AllRules.ToDictionary(rule => rule, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            CompilationWithAnalyzers run = AnalyzerRun.Prepare(code.Compile(), AnalyzerRun.AllRules, isTimed: true);
            run.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"); // the references are read by any build
            await run.GetAnalyzerDiagnosticsAsync();
            foreach ((DiagnosticAnalyzer rule, List<double> taken) in times)
            {
                taken.Add((await run.GetAnalyzerTelemetryInfoAsync(rule, default)).ExecutionTime.TotalMilliseconds);
            }
        }

        return [.. times.Select(time => (time.Key.GetType(), Spread.Of(time.Value).Median))];
    }
}
