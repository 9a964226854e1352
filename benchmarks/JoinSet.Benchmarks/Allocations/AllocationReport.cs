using System.Globalization;
using System.Text;
using JoinSets.Benchmarks.Contestants;

namespace JoinSets.Benchmarks.Allocations;

/// <summary>The byte figures as Markdown, each with what must hold.</summary>
internal static class AllocationReport
{
    // Measured apart, on tokio 1.53: see docs/performance.md.
    private const double TokioResidentBytes = 312;
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static string Markdown(IReadOnlyDictionary<string, double> bytes, IReadOnlyDictionary<string, double> resident, int residentTasks)
    {
        var machine = bytes[nameof(SpawnAllocations.StateMachine)];
        var table = new StringBuilder();
        table.AppendLine("| bytes | JoinSet | must hold | | floor | Channel |");
        table.AppendLine("|---|--:|--:|---|--:|--:|");
        Row(table, "per spawn, completing at once", bytes[nameof(SpawnAllocations.AtOnce)], 104, bytes[nameof(SpawnAllocations.FloorAtOnce)], bytes[nameof(SpawnAllocations.ChannelAtOnce)]);
        Row(table, "… with a state", bytes[nameof(SpawnAllocations.AtOnceWithState)], 112);
        Row(table, "… 10,000 into a new set, growth included", bytes[nameof(SpawnAllocations.AtOnceInNewSet)], 104 + 40);
        Row(table, "per spawn, pending, beyond the job's own state machine", bytes[nameof(SpawnAllocations.Pending)] - machine, 176, bytes[nameof(SpawnAllocations.FloorPending)] - machine, bytes[nameof(SpawnAllocations.ChannelPending)] - machine);
        Row(table, "… 10,000 into a new set, growth included", bytes[nameof(SpawnAllocations.PendingInNewSet)] - machine, 176 + 40);
        Row(table, "per join, ready", bytes[nameof(JoinAllocations.Ready)], 0);
        Row(table, "per join, suspended, one waiter", bytes[nameof(JoinAllocations.Suspended)], 0);
        Resident(table, resident, residentTasks);
        return table.ToString();
    }

    private static void Resident(StringBuilder table, IReadOnlyDictionary<string, double> resident, int tasks)
    {
        var ours = resident[Names.JoinSet];
        var floor = resident[Names.Floor];
        var channel = resident[Names.Channel];
        var most = new[] { 1.5 * floor, 0.95 * channel, 1.05 * TokioResidentBytes }.Min();
        Row(table, string.Create(s_culture, $"W6: resident per task, {tasks:N0} pending"), ours, most, floor, channel);
        table.AppendLine();
        table.AppendLine(s_culture, $"W6 is {ours / floor:F2} × floor (must hold: ≤ 1.5), {ours / channel:F2} × Channel (≤ 0.95) and {ours / TokioResidentBytes:F2} × tokio's {TokioResidentBytes} B, measured apart (≤ 1.05); the strictest is in the table.");
    }

    private static void Row(StringBuilder table, string what, double bytes, double most, double? floor = null, double? channel = null)
    {
        // One allocation of a batch is a fraction of a byte per operation: under half a byte is none.
        var holds = Math.Floor(bytes + 0.5) <= most;
        table.AppendLine(s_culture, $"| {what} | {bytes:F1} | ≤ {most:F0} | {(holds ? "holds" : "**does not hold**")} | {floor:F1} | {channel:F1} |");
    }
}
