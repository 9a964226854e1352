using JoinSets.Lightbulb.Tests.Editor;
using Microsoft.CodeAnalysis.CodeActions;

namespace JoinSets.Lightbulb.Tests;

/// <summary>Editors ask while one types: half a word, half a line, a brace too many.</summary>
public sealed class TypingTests
{
    public static TheoryData<string> Programs => [.. ProgramText.All.Keys];

    /// <summary>The marked line is deleted and typed anew; after every other letter the editor asks for squiggles, and the caret's lightbulb.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Typing_TheMarkedLine_DisturbsNobodyAndEndsUnderlined(string name)
    {
        ProgramText program = ProgramText.All[name];
        (int start, int end) = LineAt(program.Text, program.Marked.First().Line);
        using var project = new OpenProject(program.Text);

        for (int typed = start; typed < end; typed += 2)
        {
            project.Type(program.Text[..typed] + program.Text[end..]);
            await AskAsync(project, caret: typed);
        }

        project.Type(program.Text);
        Assert.Equal(program.Marked, (await project.SquigglesAsync()).Select(squiggle => (squiggle.Id, squiggle.Line)));
    }

    /// <summary>The file ends in the middle: nothing after the caret is there yet.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Typing_ToTheEndOfTheFile_DisturbsNobodyAndLeavesTheLightbulb(string name)
    {
        ProgramText program = ProgramText.All[name];
        using var project = new OpenProject("");

        for (int typed = 0; typed < program.Text.Length; typed += 29)
        {
            project.Type(program.Text[..typed]);
            await AskAsync(project, caret: typed);
        }

        // A fix that had thrown would be switched off by now.
        project.Type(program.Text);
        IReadOnlyList<CodeAction> offers = await project.LightbulbAsync((await project.SquigglesAsync())[0].Span);
        Assert.Equal(Remedies.Table.Any(row => row.Program == name), offers.Count > 0);
    }

    /// <summary>The lightbulb was opened, then something was typed above: the offer is asked for again, and still fits.</summary>
    [Fact]
    public async Task Lightbulb_EditBetweenTwoRequests_OffersWhatFitsTheNewText()
    {
        ProgramText program = ProgramText.All["JOIN002_AbortWithoutReap"];
        using var project = new OpenProject(program.Text);
        Assert.NotEmpty(await project.LightbulbAsync((await project.SquigglesAsync())[0].Span));

        project.Type("// a line more\n" + program.Text.Replace("var first", "var other", StringComparison.Ordinal));
        Squiggle moved = (await project.SquigglesAsync())[0];
        Assert.Equal(program.Marked.Single().Line + 1, moved.Line);
        await project.ApplyAsync((await project.LightbulbAsync(moved.Span))[0]);

        Assert.StartsWith("// a line more\n", project.Text, StringComparison.Ordinal);
        Assert.Contains("await set.ShutdownAsync();", project.Text, StringComparison.Ordinal);
        Assert.Empty(await project.SquigglesAsync());
    }

    /// <summary>Put right by hand, the squiggle goes; broken again, it comes back.</summary>
    [Fact]
    public async Task Squiggle_PutRightAndBrokenAgain_GoesAndComesBack()
    {
        ProgramText program = ProgramText.All["JOIN015_SpinOnEmpty"];
        using var project = new OpenProject(program.Text);
        Assert.NotEmpty(await project.SquigglesAsync());

        project.Type(program.Text.Replace("continue;", "break;", StringComparison.Ordinal));
        Assert.Empty(await project.SquigglesAsync());

        project.Type(program.Text);
        Assert.Equal(program.Marked, (await project.SquigglesAsync()).Select(squiggle => (squiggle.Id, squiggle.Line)));
    }

    private static async Task AskAsync(OpenProject project, int caret)
    {
        IReadOnlyList<Squiggle> squiggles = await project.SquigglesAsync();
        Assert.DoesNotContain(squiggles, squiggle => squiggle.Id == "AD0001");
        await project.LightbulbAsync(new(caret, 0));
        foreach (Squiggle squiggle in squiggles)
            Assert.All(await project.LightbulbAsync(squiggle.Span), offer => Assert.NotEmpty(offer.Title));
    }

    private static (int Start, int End) LineAt(string text, int line)
    {
        string[] lines = text.Split('\n');
        int start = lines.Take(line - 1).Sum(before => before.Length + 1);
        return (start, start + lines[line - 1].Length);
    }
}
