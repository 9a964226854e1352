using System.Globalization;

namespace JoinSets.StressTests.Stress;

/// <summary>
/// JOINSET_STRESS_SEED: where the random numbers start; a failure names the seed of its run. JOINSET_STRESS_SECONDS: for how long
/// each test makes work (then it lets the work end and checks, however long that takes).
/// </summary>
internal static class StressSettings
{
    internal static int Seed { get; } = (int)(Read("JOINSET_STRESS_SEED") ?? Environment.TickCount64 & 0xFFFFFF);

    internal static TimeSpan Time { get; } = TimeSpan.FromSeconds(Read("JOINSET_STRESS_SECONDS") ?? 1);

    private static double? Read(string variable)
        => double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out double value) ? value : null;
}
