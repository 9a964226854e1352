namespace JoinSets.Benchmarks.Running;

/// <summary>Where this repository lies: found upwards from the working directory, then from the program.</summary>
internal static class Repository
{
    public static string Docs { get; } = Path.Combine(Root(), "docs");

    public static string Images { get; } = Path.Combine(Docs, "images");

    private static string Root()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "JoinSet.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("JoinSet.sln was not found above the working directory: run this from the repository");
    }
}
