using JoinSets.Benchmarks.Contestants;
using JoinSets.Benchmarks.Workloads;

namespace JoinSets.Benchmarks.Running;

/// <summary>What one workload gave: for each contestant that can do it, one sample a round.</summary>
internal sealed class Measurement(Workload workload, int size)
{
    private readonly Dictionary<string, List<Sample>> _samples = [];

    public Workload Workload { get; } = workload;

    public int Size { get; } = size;

    public IReadOnlyList<Sample> JoinSet => _samples.TryGetValue(Names.JoinSet, out var samples) ? samples : [];

    public void Add(string contestant, Sample sample)
    {
        if (!_samples.TryGetValue(contestant, out var samples))
        {
            _samples[contestant] = samples = [];
        }

        samples.Add(sample);
    }

    public bool Has(string contestant) => _samples.ContainsKey(contestant);

    /// <summary>The median time per task, in nanoseconds.</summary>
    public double Nanoseconds(string contestant) => Spread.Of(_samples[contestant].Select(sample => sample.NanosecondsPerTask)).Median;

    /// <summary>JoinSet's time divided by the contestant's, round by round: what slows the machine down for a while slows both.</summary>
    public Spread Ratio(string contestant) =>
        Spread.Of(JoinSet.Zip(_samples[contestant], (ours, theirs) => ours.NanosecondsPerTask / theirs.NanosecondsPerTask));

    public Spread ThrowsPerTask(string contestant) => Spread.Of(_samples[contestant].Select(sample => sample.ThrowsPerTask));
}
