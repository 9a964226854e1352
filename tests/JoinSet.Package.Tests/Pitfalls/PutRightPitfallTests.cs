namespace JoinSets.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class PutRightPitfallTests(PutRightPitfalls pitfalls) : IClassFixture<PutRightPitfalls>
{
    public static TheoryData<string> FixableIds => [.. Pitfall.WithFix.Select(pitfall => pitfall.Id)];

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void DotnetFormat_OneRule_ChangesItsPitfallAndNoOther(string id) =>
        Assert.Equal([Pitfall.All.Single(pitfall => pitfall.Id == id).File], pitfalls.ChangedBy(id));

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void Build_PutRight_HasNoneOfItsReportsLeft(string id) =>
        Assert.DoesNotContain(pitfalls.Build.Succeeded().Messages, message => message.Id == id);

    [Fact]
    public void Build_PutRight_ReportsOnlyWhatHasNoFix() =>
        Assert.Equal(
            Pitfall.All.Where(pitfall => !pitfall.HasFix).SelectMany(pitfall => pitfall.Expected("warning")),
            pitfalls.Build.Messages.OrderBy(message => message.File, StringComparer.Ordinal).ThenBy(message => message.Line));

    [Fact]
    public void Run_PutRight_PrintsWhatEachPitfallPromises() =>
        Assert.Equal(
            Pitfall.WithFix.SelectMany(pitfall => pitfall.PromisedLines.Prepend($"{pitfall.Id}:")),
            pitfalls.Run.Succeeded().Lines);

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void Folder_FixablePitfall_PromisesALine(string id) =>
        Assert.NotEmpty(Pitfall.All.Single(pitfall => pitfall.Id == id).PromisedLines);
}
