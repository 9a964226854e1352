namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>The programs in ValidCode/Programs: files of their own, so that they read like programs.</summary>
internal static class Corpus
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "ValidCode", "Programs");

    internal static IEnumerable<string> Names => Directory.EnumerateFiles(s_folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order();

    internal static Snippet Program(string name) => new(File.ReadAllText(Path.Combine(s_folder, name + ".cs")));
}
