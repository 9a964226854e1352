using System.Collections.Immutable;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>No rule throws on any input, half-typed code above all.</summary>
public sealed class RobustnessTests
{
    public static TheoryData<string> Programs => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task No_rule_throws_on_a_prefix_of(string program) => VerifyAsync(Corpus.Program(program), static (text, token) => text[..token.Span.End]);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task No_rule_throws_when_a_token_is_missing_from(string program) => VerifyAsync(Corpus.Program(program), static (text, token) => text.Remove(token.SpanStart, token.Span.Length));

    private static async Task VerifyAsync(Snippet program, Func<string, SyntaxToken, string> cut)
    {
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, rule, _) => thrown.Add($"{rule.GetType().Name}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Compilation whole = program.Compile();
        SyntaxTree tree = whole.SyntaxTrees.Single();
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens())
        {
            Compilation broken = whole.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(cut(program.Source, token))));
            await broken.WithAnalyzers([.. AllRules.List], options).GetAnalyzerDiagnosticsAsync();
            Assert.Empty(thrown);
        }
    }
}
