using System.Diagnostics;

namespace JoinSets.Package.Tests;

/// <summary>Runs dotnet as from a fresh shell: nothing of the test run that started us leaks into it.</summary>
internal static class DotnetCommand
{
    // Ends a hang, and nothing else: no test depends on how long a command takes.
    private static readonly TimeSpan s_hangGuard = TimeSpan.FromMinutes(10);

    // The build and the test host that run the tests say where their parts are in variables that a second build would believe.
    private static readonly string[] s_inheritedPrefixes = ["MSBUILD", "VSTEST_", "TESTINGPLATFORM_"];

    private static readonly (string Name, string? Value)[] s_environment =
    [
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_NOLOGO", "1"),
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("MSBUILDTERMINALLOGGER", "off"),
        ("NUGET_PACKAGES", null), // each folder's nuget.config names its own
    ];

    public static async Task<CommandResult> RunAsync(string folder, string[] arguments, params (string Name, string? Value)[] environment)
    {
        string command = $"dotnet {string.Join(' ', arguments)}";
        using Process process = Process.Start(Describe(folder, arguments, environment))!;
        using var hangGuard = new CancellationTokenSource(s_hangGuard);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(hangGuard.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(hangGuard.Token);
            await process.WaitForExitAsync(hangGuard.Token);
            return new CommandResult(command, process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end.");
        }
    }

    private static ProcessStartInfo Describe(string folder, string[] arguments, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (string name in start.Environment.Keys.Where(IsInherited).ToArray())
            start.Environment.Remove(name);

        foreach ((string name, string? value) in s_environment.Concat(environment))
            start.Environment[name] = value;
        return start;
    }

    private static bool IsInherited(string name) =>
        s_inheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
