using BenchmarkDotNet.Running;
using JoinSets.Analyzers.Benchmarks;
using JoinSets.Analyzers.Benchmarks.Builds;
using JoinSets.Analyzers.Benchmarks.Running;
using JoinSets.Benchmarks.Running;

if (args is ["bench", .. var rest])
{
    BenchmarkSwitcher.FromTypes([typeof(AnalyzerBenchmarks)]).Run(rest);
    return 0;
}

if (args is ["build", _, ..])
{
    string[] projects = [.. args.Skip(1).Where(argument => !argument.StartsWith("--", StringComparison.Ordinal))];
    var packages = args.FirstOrDefault(option => option.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..] ?? "";
    var builds = await new BuildComparison(args.Contains("--quick") ? 1 : 3, packages, Console.Error).RunAsync(projects);
    await Console.Out.WriteLineAsync(builds);
    if (args.Contains("--write") && packages == "")
    {
        await GeneratedSection.WriteAsync(Repository.Docs, "builds", $"Measured on {Machine.Description}{(Machine.Load is { } busy ? $"; {busy} at the end" : "")}.\n\n{builds}");
    }

    return 0;
}

var only = args.FirstOrDefault(option => option.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..] ?? "";
if (args is not ["table", ..] || args.Skip(1).Any(option => option is not ("--write" or "--quick" or "--rules") && !option.StartsWith("--only=", StringComparison.Ordinal)) || (only != "" && args.Contains("--write")))
{
    await Console.Error.WriteLineAsync("""
        usage: dotnet run -c Release --project benchmarks/JoinSet.Analyzers.Benchmarks -- COMMAND

        commands
          table [--quick] [--write]   what the analyzers cost, case by case, beside the compiler alone; a few minutes
                                      --quick takes three rounds instead of nine, --write puts the table into docs/performance.md
          table --rules               where the time goes, rule by rule
          ... --only=TEXT             the cases whose name contains this; nothing is written
          bench [OPTIONS]             the same cases under BenchmarkDotNet
          build PROJECT... [--quick] [--write] [--only=PACKAGE]
                                      real builds of projects for net10.0 that were fetched and built before: our rules beside those of other packages
                                      --quick measures one build instead of three; with --only nothing is written
        """);
    return 2;
}

await Console.Error.WriteLineAsync(Machine.Description);
if (args.Contains("--rules"))
{
    await Console.Out.WriteLineAsync(await RuleTable.MeasureAsync(only));
    return 0;
}

var rounds = args.Contains("--quick") ? 3 : 9;
var table = await CostTable.MarkdownAsync(await CostRunner.RunAsync(rounds, only, Console.Error), rounds);
await Console.Out.WriteLineAsync(table);
if (args.Contains("--write"))
{
    await GeneratedSection.WriteAsync(Repository.Docs, "analyzers", $"Measured on {Machine.Description}{(Machine.Load is { } load ? $"; {load} at the end" : "")}.\n\n{table}");
}

return 0;
