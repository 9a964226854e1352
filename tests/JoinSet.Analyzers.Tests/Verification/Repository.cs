namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>The files of the repository that this build came from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    internal static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "JoinSet.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no JoinSet.sln above the tests"));
}
