using System.Reflection;
using System.Text.RegularExpressions;

namespace JoinSets.Samples.Tests;

/// <summary>The page of each rule quotes what its program prints, line for line.</summary>
public partial class ConsequencesTests
{
    private static readonly string s_pages =
        typeof(ConsequencesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(row => row.Key == "RulePages").Value!;

    public static TheoryData<string> Ids => [.. Directory.EnumerateFiles(s_pages, "JOIN*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order()];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Run_ARule_PrintsWhatItsPageQuotes(string id)
    {
        Match quoted = Quote().Match(await File.ReadAllTextAsync(Path.Join(s_pages, $"{id}.md")));
        Assert.True(quoted.Success, $"docs/rules/{id}.md quotes no run of samples/Consequences.");

        SampleResult result = await SampleProcess.RunAsync("Consequences", id);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(id, quoted.Groups["id"].Value);
        Assert.Equal(quoted.Groups["line"].Captures.Select(line => line.Value), result.Output);
    }

    [GeneratedRegex(@"^```\r?\n\$ dotnet run --project samples/Consequences -- (?<id>\w+)\r?\n((?<line>[^`\r\n]*)\r?\n)+```", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
