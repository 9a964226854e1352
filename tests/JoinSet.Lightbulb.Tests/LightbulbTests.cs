using JoinSets.Lightbulb.Tests.Editor;
using Microsoft.CodeAnalysis.CodeActions;

namespace JoinSets.Lightbulb.Tests;

public sealed class LightbulbTests
{
    public static TheoryData<string, string, string> Offers
    {
        get
        {
            var offers = new TheoryData<string, string, string>();
            foreach ((string key, string title, string program) in Remedies.Table)
                offers.Add(key, title, program);
            return offers;
        }
    }

    public static TheoryData<string> ProgramsWithoutFix => ["JOIN014_SelfJoin", "JOIN017_UseAfterDispose"];

    [Fact]
    public void Table_HasEveryFixAndItsTitle()
        => Assert.Equal(Remedies.InTheAssembly.Order(), Remedies.Table.Select(static row => (row.Key, row.Title)).Order());

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Lightbulb_AtTheSquiggle_OffersTheFixByItsTitle(string key, string title, string program)
    {
        using var project = new OpenProject(ProgramText.All[program].Text);
        Squiggle squiggle = (await project.SquigglesAsync())[0];

        CodeAction offer = Assert.Single(await project.LightbulbAsync(squiggle.Span), offer => offer.Title == title);

        Assert.Equal(key, offer.EquivalenceKey);
        await project.ApplyAsync(offer);
        IReadOnlyList<string> errors = await project.ErrorsAsync();
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n{project.Text}");
        Assert.DoesNotContain(await project.SquigglesAsync(), left => left.Id == squiggle.Id);
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Lightbulb_CaretInTheSquiggle_OffersTheSame(string key, string title, string program)
    {
        using var project = new OpenProject(ProgramText.All[program].Text);
        Squiggle squiggle = (await project.SquigglesAsync())[0];

        IReadOnlyList<CodeAction> offers = await project.LightbulbAsync(new(squiggle.Span.Start + 1, 0));

        Assert.Contains(offers, offer => offer.Title == title && offer.EquivalenceKey == key);
    }

    [Theory]
    [MemberData(nameof(ProgramsWithoutFix))]
    public async Task Lightbulb_RuleWithoutFix_OffersNothing(string program)
    {
        using var project = new OpenProject(ProgramText.All[program].Text);

        foreach (Squiggle squiggle in await project.SquigglesAsync())
            Assert.Empty(await project.LightbulbAsync(squiggle.Span));
    }

    [Fact]
    public async Task Lightbulb_BesideTheSquiggle_OffersNothing()
    {
        using var project = new OpenProject(ProgramText.All["JOIN002_AbortWithoutReap"].Text);
        int elsewhere = project.Text.IndexOf("AnswerSlowlyAsync", StringComparison.Ordinal);

        Assert.Empty(await project.LightbulbAsync(new(elsewhere, 5)));
    }
}
