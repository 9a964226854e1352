using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Analyzers.Benchmarks.Cases;

/// <summary>Generated source, parsed once.</summary>
/// <param name="name">As the table calls it.</param>
/// <param name="methods">How many methods its cost is divided by.</param>
/// <param name="references">What it is compiled against.</param>
/// <param name="files">One text a file.</param>
internal sealed class AnalyzedCode(string name, int methods, IReadOnlyList<MetadataReference> references, IEnumerable<string> files)
{
    private readonly SyntaxTree[] _trees = [.. files.Select((text, index) => CSharpSyntaxTree.ParseText(text, path: $"File{index}.cs"))];

    public string Name { get; } = name;

    public int Methods { get; } = methods;

    /// <summary>A compilation that has bound nothing yet.</summary>
    public Compilation Compile() =>
        CSharpCompilation.Create("Generated", _trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
