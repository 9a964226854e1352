using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>What the snippets are compiled against: the running framework and the real JoinSet. Read once for all tests.</summary>
internal static class References
{
    /// <summary>The whole framework has 160 assemblies, and every compilation pays for each of them: these hold what the snippets use.</summary>
    private static readonly HashSet<string> s_used =
    [
        "Microsoft.CSharp",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.ComponentModel.Primitives",
        "System.Collections.Immutable",
        "System.Console",
        "System.Data.Common",
        "System.Diagnostics.Process",
        "System.IO.Compression",
        "System.Linq",
        "System.Linq.Expressions",
        "System.Net.Http",
        "System.Net.Primitives",
        "System.Net.Security",
        "System.Net.Sockets",
        "System.Net.WebSockets",
        "System.Private.CoreLib",
        "System.Private.Uri",
        "System.Runtime",
        "System.Security.Cryptography",
        "System.Threading",
        "System.Threading.Channels",
        "System.Threading.Tasks.Parallel",
    ];

    internal static ImmutableArray<MetadataReference> Framework { get; } = FrameworkFiles()
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    internal static ImmutableArray<MetadataReference> All { get; } = Framework.Add(MetadataReference.CreateFromFile(typeof(JoinSet).Assembly.Location));

    private static IEnumerable<string> FrameworkFiles()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(folder, "*.dll").Where(static file => s_used.Contains(Path.GetFileNameWithoutExtension(file)));
    }
}
