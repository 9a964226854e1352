using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sharing;

/// <summary>
/// Small programs as people write them, half of them racing: written from the rules' description alone, before anybody looked at what the
/// rules say. Lines that end in a marker must be reported, no others.
/// </summary>
public sealed class SharingProgramTests
{
    private const string MoreUsings = "using System.IO; using System.Text; ";

    private static readonly Dictionary<string, string> s_programs = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Sharing", "Programs"), "*.txt")
        .SelectMany(static file => ("\n" + File.ReadAllText(file)).Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
        .Where(static program => program.Trim().Length > 0)
        .ToDictionary(static program => program[..program.IndexOf('\n', StringComparison.Ordinal)].Trim(), static program => program[(program.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    public static TheoryData<string> Titles => [.. s_programs.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public Task Each_is_judged_as_its_author_would(string title) => Of(title, s_programs[title]).VerifyAsync("JOIN004", "JOIN007", "JOIN008");

    private static Snippet Of(string title, string code)
    {
        Snippet snippet = title.EndsWith("[file]", StringComparison.Ordinal) ? Snippet.OfFile(code)
            : title.EndsWith("[members]", StringComparison.Ordinal) ? Snippet.OfMembers(code)
            : Snippet.OfStatements(code);
        return new Snippet(MoreUsings + snippet.Source);
    }
}
