using System.Runtime;
using System.Runtime.InteropServices;

namespace JoinSets.Benchmarks.Running;

/// <summary>What a reader must know of the machine, and nothing that names it.</summary>
internal static class Machine
{
    private const string LoadAverage = "/proc/loadavg";

    public static string Description { get; } =
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {System()} {RuntimeInformation.OSArchitecture}, {Collector()} garbage collector";

    /// <summary>How busy the machine is, itself included: a reader must know when it was doing something else. Null where nobody counts.</summary>
    public static string? Load =>
        File.Exists(LoadAverage) ? $"load average {File.ReadAllText(LoadAverage).Split(' ')[1]}" : null;

    private static string System() => OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "other";

    private static string Collector() => GCSettings.IsServerGC ? "server" : "workstation";
}
