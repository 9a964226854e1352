using System.Diagnostics;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>A compiler server of our own: warm after the first build, as a developer's is, and used by nobody else, so that its processor time is that of our compiles.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process _process;

    private CompilerServer(Process process, string name)
    {
        _process = process;
        Name = name;
    }

    /// <summary>By which builds find it.</summary>
    public string Name { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="project">Any project: the SDK that builds it brings the compiler.</param>
    public static async Task<CompilerServer> StartAsync(string project)
    {
        var compiler = (await DotNet.RunAsync("msbuild", project, "-getProperty:RoslynTargetsPath")).Trim();
        var name = $"compared-builds-{Environment.ProcessId}";
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(compiler, "bincore", "VBCSCompiler.dll"), $"-pipename:{name}"]) { RedirectStandardOutput = true };
        return new CompilerServer(Process.Start(start)!, name);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
