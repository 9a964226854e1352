using JoinSets.Benchmarks.Allocations;
using JoinSets.Benchmarks.Plots;
using JoinSets.Benchmarks.Running;

Options options;
try
{
    options = Options.Parse(args);
}
catch (ArgumentException mistake)
{
    await Console.Error.WriteLineAsync($"{mistake.Message}\n\n{Options.Usage}");
    return 2;
}

await Console.Error.WriteLineAsync(Machine.Description);
if (options.Command is "ratios" or "all")
{
    var measurements = await new RatioRunner(options, Console.Error).RunAsync();
    await PublishAsync("ratios", RatioReport.Markdown(measurements));
    if (options.Write)
    {
        await SvgFile.WriteAsync(RatioPlot.Draw(measurements), Path.Combine(Repository.Images, "ratios.svg"), width: 900, height: 900);
        await SvgFile.WriteAsync(GrowthPlot.Draw(measurements), Path.Combine(Repository.Images, "growth.svg"), width: 900, height: 500);
    }
}

if (options.Command is "allocations" or "all")
{
    var tasks = options.Quick ? 50_000 : 1_000_000;
    var resident = ResidentBytes.Measure(tasks);
    await PublishAsync("allocations", AllocationReport.Markdown(AllocationRunner.Run(), resident, tasks));
}

return 0;

async Task PublishAsync(string section, string tables)
{
    await Console.Out.WriteLineAsync(tables);
    if (options.Write)
    {
        await GeneratedSection.WriteAsync(Repository.Docs, section, $"Measured on {Machine.Description}{(Machine.Load is { } load ? $"; {load} at the end" : "")}.\n\n{tables}");
    }
}
