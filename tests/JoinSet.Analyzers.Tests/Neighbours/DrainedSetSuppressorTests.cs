using JoinSets.Analyzers.Neighbours;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace JoinSets.Analyzers.Tests.Neighbours;

/// <summary>The suppressor as a guest in the compiler: it names what it answers, and never throws.</summary>
public sealed class DrainedSetSuppressorTests
{
    [Fact]
    public void Each_answer_has_an_id_a_rule_and_a_reason()
    {
        var answers = new DrainedSetSuppressor().SupportedSuppressions;

        Assert.Equal([("JOINSP001", "CA2000"), ("JOINSP002", "IDISP001"), ("JOINSP003", "IDISP013")], answers.Select(static answer => (answer.Id, answer.SuppressedDiagnosticId)));
        Assert.All(answers, static answer => Assert.EndsWith(".", answer.Justification.ToString(null), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compilation_without_sets_is_left_alone()
    {
        Compilation compilation = CSharpCompilation.Create(
            "Any",
            [CSharpSyntaxTree.ParseText("class C { void Run() { var set = new JoinSet(); } } class JoinSet { }")],
            References.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.All(await Answers.AskAsync(compilation), static report => Assert.False(report.IsSuppressed));
    }

    [Theory]
    [InlineData("Branches")]
    [InlineData("Helpers")]
    public async Task Half_typed_code_does_no_harm(string program)
    {
        Snippet whole = Corpus.Program(program);
        Compilation compilation = whole.Compile();
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        foreach (SyntaxToken token in (await tree.GetRootAsync()).DescendantTokens().Where(static (_, index) => index % 12 == 0))
        {
            SyntaxTree broken = tree.WithChangedText(SourceText.From(whole.Source[..token.Span.End]));

            Assert.DoesNotContain(await Answers.AskAsync(compilation.ReplaceSyntaxTree(tree, broken)), static report => report.Id == "AD0001");
        }
    }

    [Fact]
    public async Task Deep_nesting_is_left_to_others()
    {
        var snippet = Snippet.OfStatements("var set = new JoinSet<int>(); " + new string('{', 500) + new string('}', 500) + " await set.JoinAllAsync();");

        Assert.Contains("new JoinSet<int>()", await Answers.LeftAsync(snippet, "CA2000"));
    }
}
