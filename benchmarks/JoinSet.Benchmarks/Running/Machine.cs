using System.Runtime;
using System.Runtime.InteropServices;

namespace JoinSets.Benchmarks.Running;

/// <summary>What a reader must know of the machine, and nothing that names it.</summary>
internal static class Machine
{
    public static string Description { get; } =
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {System()} {RuntimeInformation.OSArchitecture}, {Collector()} garbage collector";

    private static string System() => OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "other";

    private static string Collector() => GCSettings.IsServerGC ? "server" : "workstation";
}
