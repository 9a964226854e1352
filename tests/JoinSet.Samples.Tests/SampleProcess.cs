using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace JoinSets.Samples.Tests;

/// <summary>A sample that runs as a process of its own. Tests wait for its lines; the time limit only ends a hang.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly CancellationTokenSource _hangGuard = new(TimeSpan.FromMinutes(2));
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly List<string> _output = [];

    private SampleProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(_hangGuard.Token);
    }

    public static SampleProcess Start(string sample, params string[] args)
    {
        string[] command = ["dotnet", PathOf(sample), .. args];

        // Whoever runs the tests in the background of a shell hands an ignored SIGINT down to all that they start.
        if (OperatingSystem.IsLinux())
            command = ["env", "--default-signal=INT", .. command];

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "2";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        return new SampleProcess(Process.Start(start)!);
    }

    public static async Task<SampleResult> RunAsync(string sample, params string[] args)
    {
        using SampleProcess process = Start(sample, args);
        return await process.WaitForExitAsync();
    }

    /// <summary>Reads on until a line contains the text.</summary>
    public async Task WaitForLineAsync(string text)
    {
        while (await ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The sample ended before it printed '{text}':\n{string.Join('\n', _output)}\n{await _errors}");
    }

    public async Task<SampleResult> WaitForExitAsync()
    {
        while (await ReadLineAsync() is not null)
        {
        }

        await _process.WaitForExitAsync(_hangGuard.Token);
        return new SampleResult(_process.ExitCode, _output, await _errors);
    }

    /// <summary>What Ctrl+C (INT) and a service manager (TERM) send. Not on Windows.</summary>
    public void Signal(string name) => Command.Run("kill", $"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _hangGuard.Dispose();
    }

    private static string PathOf(string sample) =>
        typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(row => row.Key == sample).Value!;

    private async Task<string?> ReadLineAsync()
    {
        string? line = await _process.StandardOutput.ReadLineAsync(_hangGuard.Token);
        if (line is not null)
            _output.Add(line);
        return line;
    }
}
