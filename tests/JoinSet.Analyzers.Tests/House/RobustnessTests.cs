using JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>No rule throws on any input, half-typed code above all. Only the member that is broken is analysed each time: the others are as before.</summary>
public sealed class RobustnessTests
{
    /// <summary>Every missing token would take a minute: these are spread evenly.</summary>
    private const int DeletionStride = 4;

    public static TheoryData<string> Programs => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task No_rule_throws_on_a_prefix_of(string program) => VerifyAsync(Corpus.Program(program), stride: 1, CutAfter);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task No_rule_throws_when_a_token_is_missing_from(string program) => VerifyAsync(Corpus.Program(program), DeletionStride, CutOut);

    [Fact]
    public Task No_rule_throws_on_a_prefix_of_code_that_is_reported() => VerifyAsync(Leaks(), stride: 1, CutAfter);

    [Fact]
    public Task No_rule_throws_when_a_token_is_missing_from_code_that_is_reported() => VerifyAsync(Leaks(), DeletionStride, CutOut);

    private static async Task VerifyAsync(Snippet program, int stride, Func<string, SyntaxToken, string> cut)
    {
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], Settings.PlainTasks), (exception, rule, _) => thrown.Add($"{rule.GetType().Name}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Compilation whole = program.Compile();
        SyntaxTree tree = whole.SyntaxTrees.Single();
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens().Where((_, index) => index % stride == 0))
        {
            SyntaxTree brokenTree = tree.WithChangedText(SourceText.From(cut(program.Source, token)));
            Compilation broken = whole.ReplaceSyntaxTree(tree, brokenTree);
            var around = TextSpan.FromBounds(Math.Max(0, token.SpanStart - 1), Math.Min(brokenTree.Length, token.SpanStart + 1));
            await broken.WithAnalyzers([.. AllRules.List], options).GetAnalyzerSemanticDiagnosticsAsync(broken.GetSemanticModel(brokenTree), around, default);
            Assert.Empty(thrown);
        }
    }

    private static string CutAfter(string text, SyntaxToken token) => text[..token.Span.End];

    private static string CutOut(string text, SyntaxToken token) => text.Remove(token.SpanStart, token.Span.Length);

    private static Snippet Leaks() => Snippet.OfMembers(string.Concat(((IEnumerable<object[]>)UndrainedSetAnalyzerTests.Fills).Select(static (row, index)
        => $"async Task Run{index}(List<string> urls, bool flag, CancellationToken token)\n{{\nawait Task.Yield();\nvar set = new JoinSet<int>();\n{row[0]}\n}}\n")));
}
