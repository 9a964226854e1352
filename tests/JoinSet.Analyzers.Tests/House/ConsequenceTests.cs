using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>The programs of samples/Consequences do what their rule reports, and nothing else that a rule reports.</summary>
public sealed class ConsequenceTests
{
    private static readonly IEnumerable<string> s_rooms = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "samples", "Consequences"), "JOIN*.cs")
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Order();

    public static TheoryData<string> Rooms => [.. s_rooms];

    [Fact]
    public void Each_rule_has_its_program()
        => Assert.Equal(
            AllRules.List.SelectMany(static rule => rule.SupportedDiagnostics.Select(found => $"{found.Id}_{rule.GetType().Name[..^"Analyzer".Length]}")).Order(),
            s_rooms);

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task Program_is_reported_where_it_says_and_nowhere_else(string room)
    {
        var program = new Snippet(RulePage.ImplicitUsings + Repository.Read($"samples/Consequences/{room}.cs"));

        Assert.Contains($"// {room[..7]}\n", program.Source, StringComparison.Ordinal);
        await program.VerifyAsync();
    }
}
