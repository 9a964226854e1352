using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>What the snippets are compiled against: the running framework and the real JoinSet. Read once for all tests.</summary>
internal static class References
{
    internal static ImmutableArray<MetadataReference> Framework { get; } = FrameworkFiles()
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    internal static MetadataReference Runtime { get; } = CompileStub();

    internal static ImmutableArray<MetadataReference> All { get; } = Framework.Add(Runtime);

    private static IEnumerable<string> FrameworkFiles()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }

    private static PortableExecutableReference CompileStub()
    {
        var stub = CSharpCompilation.Create(
            "JoinSet",
            [CSharpSyntaxTree.ParseText(RuntimeStub.Source)],
            Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        if (!stub.Emit(image).Success)
        {
            throw new InvalidOperationException("the stub does not compile");
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
