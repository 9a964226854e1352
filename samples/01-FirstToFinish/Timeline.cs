using System.Diagnostics;

namespace JoinSets.Samples.FirstToFinish;

/// <summary>When each result was handled, counted from the moment before the first fetch started.</summary>
internal sealed class Timeline
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<TimeSpan> _handled = [];

    public TimeSpan First => _handled[0];

    public TimeSpan Half => _handled[(_handled.Count - 1) / 2];

    public TimeSpan All => _handled[^1];

    public TimeSpan Mark()
    {
        _handled.Add(_clock.Elapsed);
        return _handled[^1];
    }
}
