using System.Text.Json;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>One project of somebody else, built again and again: with no analyzers of note, or with those of one package. Its own files are not touched.</summary>
/// <param name="project">A project for net10.0 that has been built before, with all it depends on.</param>
/// <param name="folder">Where the files go that change the build.</param>
/// <param name="server">What compiles.</param>
internal sealed class ComparedBuild(string project, string folder, CompilerServer server)
{
    /// <summary>Projects bring analyzers of their own; what is compared must be the only one of its kind. Source generators stay.</summary>
    private const string OtherAnalyzers = "NetAnalyzers|Threading.Analyzers|Meziantou|Roslynator|StyleCop|SonarAnalyzer|CodeStyle|PublicApiAnalyzers|BannedApiAnalyzers";

    public string Name => Path.GetFileNameWithoutExtension(project);

    /// <summary>How many lines are compiled, what is generated aside.</summary>
    public async Task<int> LinesAsync()
    {
        var json = await DotNet.RunAsync("msbuild", project, "-p:TargetFramework=net10.0", "-getItem:Compile");
        return JsonDocument.Parse(json).RootElement.GetProperty("Items").GetProperty("Compile").EnumerateArray()
            .Sum(item => File.ReadLines(item.GetProperty("FullPath").GetString()!).Count());
    }

    public async Task<AnalyzerReport> RunAsync(AnalyzerPackage package, IReadOnlyList<string> analyzers, AddedCode added)
    {
        var targets = Path.Combine(folder, "Compared.targets");
        var config = Path.Combine(folder, "Compared.globalconfig");
        var log = Path.Combine(folder, "Compared.log");
        await File.WriteAllTextAsync(config, package.GlobalConfig);
        await File.WriteAllTextAsync(targets, Targets(analyzers, config, added.Files));
        TimeSpan before = server.ProcessorTime;
        await DotNet.RunAsync(
            "build", project, "--no-restore", "--no-dependencies", "-t:Rebuild", "-f:net10.0", "-v:q", "-nologo",
            $"-p:CustomAfterMicrosoftCommonTargets={targets}", $"-p:SharedCompilationId={server.Name}", "-p:UseSharedCompilation=true",
            "-p:ReportAnalyzer=true", "-p:EnableNETAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=", "-p:NuGetAudit=false",
            $"-flp:v=detailed;PerformanceSummary;logfile={log}");
        return AnalyzerReport.Read(await File.ReadAllTextAsync(log), (server.ProcessorTime - before).TotalSeconds, package.Rules);
    }

    // The project's own .editorconfig may put rules off, or on.
    private static string Targets(IReadOnlyList<string> analyzers, string config, IReadOnlyList<string> added) => $"""
        <Project>
          <ItemGroup>
            <Reference Include="{typeof(JoinSet).Assembly.Location}" />
            {string.Concat(added.Select(file => $"""<Compile Include="{file}" />"""))}
          </ItemGroup>
          <Target Name="CompareAnalyzers" BeforeTargets="CoreCompile">
            <ItemGroup>
              <EditorConfigFiles Remove="@(EditorConfigFiles)" Condition="'%(Filename)%(Extension)' == '.editorconfig'" />
              <EditorConfigFiles Include="{config}" />
              <Analyzer Remove="@(Analyzer)" Condition="$([System.Text.RegularExpressions.Regex]::IsMatch('%(Analyzer.Filename)', '{OtherAnalyzers}'))" />
              {string.Concat(analyzers.Select(file => $"""<Analyzer Include="{file}" />"""))}
            </ItemGroup>
          </Target>
        </Project>
        """;
}
