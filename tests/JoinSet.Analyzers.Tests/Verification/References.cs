using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>What the snippets are compiled against: the running framework and the real JoinSet. Read once for all tests.</summary>
internal static class References
{
    internal static ImmutableArray<MetadataReference> Framework { get; } = FrameworkFiles()
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    internal static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(JoinSet).Assembly.Location);

    internal static ImmutableArray<MetadataReference> All { get; } = Framework.Add(Runtime);

    private static IEnumerable<string> FrameworkFiles()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
