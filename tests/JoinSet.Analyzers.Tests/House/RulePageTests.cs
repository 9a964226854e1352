using System.Text.RegularExpressions;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>What a page shows is what the rule and its best fix do.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. RulePage.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_block_compiles_and_is_reported_where_it_says_and_nowhere_else(string id)
    {
        foreach (Snippet block in new RulePage(id).Blocks)
        {
            await block.VerifyAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reported_block_marks_a_line(string id)
        => Assert.Contains($"// {id}\n", new RulePage(id).Reported.Source, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Quoted_report_is_what_the_rule_says(string id)
    {
        var page = new RulePage(id);
        Diagnostic report = (await Snippet.ReportsAsync(page.Reported.Compile())).First(report => report.Id == id);
        string text = $"{report.Severity.ToString().ToLowerInvariant()} {id}: {report.GetMessage(null)}";

        Assert.True(page.Quotes(text), $"docs/rules/{id}.md should quote:\n> {text}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fixed_block_is_what_the_best_fix_makes_of_the_reported_one(string id)
    {
        var page = new RulePage(id);
        if (!page.HasFix)
        {
            return;
        }

        var offered = await Workbench.OfferedAsync(page.Reported, id);
        string? after = await Workbench.FixAsync(page.Reported, offered[0].EquivalenceKey!);

        Assert.Equal(page.Fixed.Source, Marker().Replace(after!, ""));
    }

    /// <summary>A fix that takes the code of a line away leaves the comment on a line of its own.</summary>
    [GeneratedRegex("^ *// JOIN\\d{3}\\n| // JOIN\\d{3}$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
