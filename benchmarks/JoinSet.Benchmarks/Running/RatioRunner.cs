using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Running;

/// <summary>
/// Runs every workload with its contestants interleaved: one after the other within a round, each round beginning with
/// another one, the heap collected before each. A round that only warms up goes before.
/// </summary>
internal sealed class RatioRunner(Options options, TextWriter log)
{
    public async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var measurements = new List<Measurement>();
        foreach (var workload in Chosen())
        {
            measurements.Add(await RunAsync(workload));
        }

        return measurements;
    }

    private List<Workload> Chosen()
    {
        var chosen = WorkloadTable.All
            .Where(workload => options.Only is null || workload.Id.Equals(options.Only, StringComparison.OrdinalIgnoreCase))
            .Where(workload => !options.Quick || workload.QuickSize > 0)
            .ToList();
        return chosen.Count > 0 ? chosen : throw new ArgumentException($"there is no workload {options.Only}");
    }

    private async Task<Measurement> RunAsync(Workload workload)
    {
        var size = options.Quick ? workload.QuickSize : workload.Size;
        var measurement = new Measurement(workload, size);
        await log.WriteLineAsync($"{workload.Id}, {size:N0} tasks: {workload.Title}");
        foreach (var contestant in ContestantTable.All)
        {
            await SampleAsync(workload, contestant, size);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var contestant in Rotated(round))
            {
                if (await SampleAsync(workload, contestant, size) is { } sample)
                {
                    measurement.Add(contestant.Name, sample);
                }
            }
        }

        await log.WriteLineAsync("  " + RatioReport.Line(measurement));
        return measurement;
    }

    private static IEnumerable<Contestant> Rotated(int round)
    {
        var first = round % ContestantTable.All.Count;
        return ContestantTable.All.Skip(first).Concat(ContestantTable.All.Take(first));
    }

    private static Task<Sample?> SampleAsync(Workload workload, Contestant contestant, int size)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // On the pool, where asynchronous code runs: spawns from a pool thread and from the main thread take different queues.
        return Task.Run(() => workload.Run(contestant, size));
    }
}
