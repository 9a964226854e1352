using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>One rule, one room: analyzer, fix, tests, page and release row, all under one id and one stem.</summary>
public sealed class RuleRoomTests
{
    public static TheoryData<string> Ids => [.. Rooms.Select(static room => room.Id)];

    private static IEnumerable<RuleRoom> Rooms =>
        from analyzer in AllRules.List
        from rule in analyzer.SupportedDiagnostics
        select new RuleRoom(rule.Id, analyzer.GetType().Name[..^"Analyzer".Length], rule.DefaultSeverity.ToString());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Room_is_complete(string id) => Assert.Empty(Rooms.Single(room => room.Id == id).Faults());

    [Fact]
    public void Missing_places_are_told_in_sentences()
    {
        IEnumerable<string> faults = new RuleRoom("JOIN999", "NobodyWroteThis", "Warning").Faults();

        Assert.Equal(
            [
                "JOIN999 lacks its analyzer: write src/JoinSet.Analyzers/Rules/JOIN999_NobodyWroteThis/NobodyWroteThisAnalyzer.cs.",
                "JOIN999 lacks the tests of its analyzer: write tests/JoinSet.Analyzers.Tests/Rules/JOIN999_NobodyWroteThis/NobodyWroteThisAnalyzerTests.cs.",
                "JOIN999 lacks its page: write docs/rules/JOIN999.md.",
                "JOIN999 lacks its fix: write src/JoinSet.CodeFixes/Rules/JOIN999_NobodyWroteThis/NobodyWroteThisFix.cs, or say on its page, under 'Why there is no fix', why no edit is right.",
                "JOIN999 lacks its release row: add 'JOIN999 | JoinSet | Warning' to AnalyzerReleases.Unshipped.md.",
            ],
            faults);
    }

    [Fact]
    public void Another_name_is_told_in_a_sentence()
        => Assert.Contains("docs/rules/JOIN001.md has another name: its first line must be '# JOIN001 Other'.", new RuleRoom("JOIN001", "Other", "Warning").Faults());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_has_the_shape_of_all_rules(string id)
    {
        DiagnosticDescriptor rule = AllRules.List.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Single(rule => rule.Id == id);

        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal(RuleDescriptor.Category, rule.Category);
        Assert.Equal($"{RuleDescriptor.RepositoryUrl}/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.All([rule.Title.ToString(null), rule.MessageFormat.ToString(null), rule.Description.ToString(null)], Assert.NotEmpty);
    }

    [Fact]
    public void Help_links_lead_to_the_repository_of_the_package()
        => Assert.Contains($"<RepositoryUrl>{RuleDescriptor.RepositoryUrl}</RepositoryUrl>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
}
