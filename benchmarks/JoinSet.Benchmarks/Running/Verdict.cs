using System.Globalization;
using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Running;

/// <summary>One thing that must hold, and whether it does.</summary>
internal sealed record Verdict(string Workload, string Against, Spread Measured, string Bound, bool Holds)
{
    public static IEnumerable<Verdict> Of(Measurement measurement)
    {
        foreach (var bound in measurement.Workload.Bounds)
        {
            var ratio = measurement.Ratio(bound.Against);
            var text = string.Create(CultureInfo.InvariantCulture, $"≤ {bound.Most:0.0#}");
            yield return new Verdict(measurement.Workload.Label, bound.Against, ratio, text, ratio.Median <= bound.Most);
        }

        if (measurement.Workload.CountsThrows)
        {
            var throws = measurement.ThrowsPerTask(Names.JoinSet);
            yield return new Verdict(measurement.Workload.Label, "throws per aborted task", throws, "= 1", throws is { Least: 1, Most: 1 });
        }
    }
}
