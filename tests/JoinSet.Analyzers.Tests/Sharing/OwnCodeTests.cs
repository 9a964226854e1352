using System.Collections.Immutable;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sharing;

/// <summary>The repository's own samples and tests share a lot, on purpose and with care: nothing there may be reported; two of the samples hold bad code on purpose.</summary>
public sealed class OwnCodeTests
{
    private const string Usings = "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    [Theory]
    [InlineData("samples")]
    [InlineData("tests/JoinSet.Tests")]
    [InlineData("tests/JoinSet.StressTests")]
    [InlineData("tests/JoinSet.Smoke")]
    public async Task Stays_quiet_on(string folder)
    {
        List<SyntaxTree> trees = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "Pitfalls" or "Consequences"))
            .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest), file))
            .Append(CSharpSyntaxTree.ParseText(Usings, new CSharpParseOptions(LanguageVersion.Latest)))
            .ToList();
        var compilation = CSharpCompilation.Create("Own", trees, References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        ImmutableArray<Diagnostic> reports = await Snippet.ReportsAsync(compilation);

        Assert.True(trees.Count > 3, "no code was found: this test proves nothing");
        Assert.Empty(reports.Where(static report => report.Id is "JOIN004" or "JOIN007" or "JOIN008" or "AD0001"));
    }
}
