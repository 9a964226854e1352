using System.Text.Json;

namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>Where the analyzers of a package lie, as NuGet and the SDK resolve them for an ordinary project.</summary>
internal static class AnalyzerFiles
{
    public static async Task<IReadOnlyList<string>> OfAsync(AnalyzerPackage package, string folder)
    {
        if (package.Version is null)
        {
            return [typeof(JoinSetAnalyzer).Assembly.Location];
        }

        var project = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, package.Name)).FullName, "Restore.csproj");
        await File.WriteAllTextAsync(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package.Name}" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        await DotNet.RunAsync("restore", project);
        var json = await DotNet.RunAsync("msbuild", project, "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer");
        string[] files = [.. JsonDocument.Parse(json).RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(item => item.GetProperty("FullPath").GetString()!)
            .Where(file => file.Contains(Path.Combine(package.Name, package.Version), StringComparison.OrdinalIgnoreCase))];
        return files.Length > 0 ? files : throw new InvalidOperationException($"{package} brings no analyzers: restore gave another version.");
    }
}
