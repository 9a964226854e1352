using System.Reflection;

namespace JoinSets.Lightbulb.Tests.Editor;

/// <summary>Where things are; the build wrote it into this assembly.</summary>
internal static class Places
{
    internal static string Rules => Place("JoinSet.Analyzers");

    internal static string Fixes => Place("JoinSet.CodeFixes");

    internal static string Repository => Place("RepositoryRoot");

    private static string Place(string key)
        => typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(row => row.Key == key).Value!;
}
