using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>No fix throws on half-typed code that a rule reports.</summary>
public sealed class FixRobustnessTests
{
    private const string Program = """
        var set = new JoinSet<int>();
        try
        {
            if (urls.Count == 0) return; else set.Spawn(Do.Count);
            foreach (var url in urls)
                if (url == "") continue; else if (flag) break;
        }
        finally
        {
            set.Dispose();
        }

        Func<CancellationToken, Task<int>> work = ct =>
        {
            using (var inner = new JoinSet())
                inner.Spawn(Do.Step);
            switch (urls.Count) { case 1: return Task.FromResult(2); default: return flag ? Do.Count(ct) : Task.FromResult(3); }
        };
        """;

    [Fact]
    public async Task No_fix_throws_on_a_prefix_of_code_that_is_reported()
    {
        int reported = await FixEachAsync(static (text, token) => text[..token.Span.End]);

        Assert.True(reported > 20, "hardly a prefix was reported: this test proves nothing");
    }

    [Fact]
    public async Task No_fix_throws_when_a_token_is_missing_from_code_that_is_reported()
    {
        int reported = await FixEachAsync(static (text, token) => text.Remove(token.SpanStart, token.Span.Length));

        Assert.True(reported > 20, "hardly a variant was reported: this test proves nothing");
    }

    private static async Task<int> FixEachAsync(Func<string, SyntaxToken, string> cut)
    {
        Snippet whole = Snippet.OfStatements(Program);
        int start = whole.Source.IndexOf(Program, StringComparison.Ordinal);
        int reported = 0;
        foreach (SyntaxToken token in whole.Compile().SyntaxTrees.Single().GetRoot().DescendantTokens().Where(token => token.SpanStart >= start))
        {
            var broken = new Snippet(cut(whole.Source, token));
            if ((await Snippet.ReportsAsync(broken.Compile())).Length > 0)
            {
                reported++;
                await Workbench.FixEachAsync(broken);
            }
        }

        return reported;
    }
}
