namespace JoinSets.Analyzers.Benchmarks.Builds;

/// <summary>A project without code of its own, for builds of nothing but what is added.</summary>
internal static class EmptyProject
{
    /// <summary>Gives the project's file. It is built once, as <see cref="ComparedBuild"/> wants it.</summary>
    public static async Task<string> WriteAsync(string folder)
    {
        var project = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "Empty")).FullName, "Empty.csproj");
        await File.WriteAllTextAsync(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        await DotNet.RunAsync("build", project, "-nologo", "-v:q");
        return project;
    }
}
