using System.Diagnostics;

namespace JoinSets.Samples.Tests;

/// <summary>A short command of the operating system that must succeed. Not on Windows.</summary>
internal static class Command
{
    public static void Run(string name, params string[] arguments)
    {
        using var command = Process.Start(name, arguments);
        command.WaitForExit();
        Assert.Equal(0, command.ExitCode);
    }
}
