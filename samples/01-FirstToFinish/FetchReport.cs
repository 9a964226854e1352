using Spectre.Console;

namespace JoinSets.Samples.FirstToFinish;

/// <summary>Prints one line for each outcome and keeps count. With --fail-fast many tasks write to it at once: a lock makes that safe.</summary>
[Sendable]
internal sealed class FetchReport(int total, ProgressLines lines)
{
    private static readonly (string Word, Color Color)[] s_looks =
        [("ok", Color.Green), ("failed", Color.Red), ("timed out", Color.Yellow), ("cancelled", Color.Grey)];

    private readonly Lock _lock = new();
    private readonly int[] _counts = new int[s_looks.Length];

    public void Add(Outcome outcome, string? url, TimeSpan at)
    {
        (string word, Color color) = s_looks[(int)outcome.Kind];
        lock (_lock)
        {
            _counts[(int)outcome.Kind]++;
            lines.Print($"[{_counts.Sum(),3}/{total}] {at.TotalSeconds,7:F3} s  {word,-9}  {outcome.Detail,-24}  {url}", color);
            lines.Advance();
        }
    }

    /// <summary>What was never added is counted as cancelled: a set reaps work that had not started without running it.</summary>
    public void PrintTotals(string headline)
    {
        lock (_lock)
        {
            int handled = _counts[..(int)OutcomeKind.Cancelled].Sum();
            lines.Print($"{headline}{_counts[0]} ok, {_counts[1]} failed, {_counts[2]} timed out, {total - handled} cancelled.", Color.Default);
        }
    }
}
