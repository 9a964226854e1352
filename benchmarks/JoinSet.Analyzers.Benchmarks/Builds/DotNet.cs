using System.Diagnostics;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>The <c>dotnet</c> command.</summary>
internal static class DotNet
{
    /// <summary>Gives what the command prints.</summary>
    /// <exception cref="InvalidOperationException">The command failed; the message is what it printed.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }
}
