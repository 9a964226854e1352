using JoinSets.Analyzers.Benchmarks.Cases;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>One project of somebody else, built again and again: with no analyzers of note, or with those of one package. Its own files are not touched.</summary>
/// <param name="project">A project for net10.0 that has been built before, with all it depends on.</param>
/// <param name="folder">Where the files go that change the build.</param>
internal sealed class ComparedBuild(string project, string folder)
{
    /// <summary>Projects bring analyzers of their own; what is compared must be the only one of its kind. Source generators stay.</summary>
    private const string OtherAnalyzers = "NetAnalyzers|Threading.Analyzers|Meziantou|Roslynator|StyleCop|SonarAnalyzer|CodeStyle";

    public async Task<AnalyzerReport> RunAsync(AnalyzerPackage? package, IReadOnlyList<string> analyzers, int uses)
    {
        var targets = Path.Combine(folder, "Compared.targets");
        var config = Path.Combine(folder, "Compared.globalconfig");
        var log = Path.Combine(folder, "Compared.log");
        await File.WriteAllTextAsync(config, package?.GlobalConfig ?? "is_global = true\n");
        await File.WriteAllTextAsync(targets, Targets(analyzers, config, await UsesAsync(uses)));
        await DotNet.RunAsync(
            "build", project, "--no-restore", "--no-dependencies", "-t:Rebuild", "-f:net10.0", "-v:q", "-nologo",
            $"-p:CustomAfterMicrosoftCommonTargets={targets}",
            "-p:ReportAnalyzer=true", "-p:EnableNETAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=", "-p:NuGetAudit=false",
            $"-flp:v=detailed;PerformanceSummary;logfile={log}");
        return AnalyzerReport.Read(await File.ReadAllTextAsync(log), package?.Rules ?? []);
    }

    private async Task<IReadOnlyList<string>> UsesAsync(int uses)
    {
        var files = new List<string>();
        foreach (var text in UsingMethods.Files(uses))
        {
            files.Add(Path.Combine(folder, $"Uses{files.Count}.cs"));
            await File.WriteAllTextAsync(files[^1], "#nullable enable\n" + text);
        }

        return files;
    }

    private static string Targets(IReadOnlyList<string> analyzers, string config, IReadOnlyList<string> uses) => $"""
        <Project>
          <ItemGroup>
            <Reference Include="{typeof(JoinSet).Assembly.Location}" />
            <GlobalAnalyzerConfigFiles Include="{config}" />
            {string.Concat(uses.Select(file => $"""<Compile Include="{file}" />"""))}
          </ItemGroup>
          <Target Name="CompareAnalyzers" BeforeTargets="CoreCompile">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="$([System.Text.RegularExpressions.Regex]::IsMatch('%(Analyzer.Filename)', '{OtherAnalyzers}'))" />
              {string.Concat(analyzers.Select(file => $"""<Analyzer Include="{file}" />"""))}
            </ItemGroup>
          </Target>
        </Project>
        """;
}
