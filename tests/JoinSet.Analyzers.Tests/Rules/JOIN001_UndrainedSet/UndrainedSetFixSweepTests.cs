using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>Whatever is reported, each fix that is offered for it gives code that compiles and is not reported again.</summary>
public sealed class UndrainedSetFixSweepTests
{
    public static TheoryData<string> Members => UndrainedSetHostTests.Members;

    public static TheoryData<string> Fills => UndrainedSetAnalyzerTests.Fills;

    public static TheoryData<string> Homes => UndrainedSetAnalyzerTests.Homes;

    [Theory]
    [MemberData(nameof(Members))]
    public Task Every_fix_is_good_when_the_set_is_local_to(string member) => VerifyAsync(Snippet.OfMembers(member));

    [Theory]
    [MemberData(nameof(Fills))]
    public Task Every_fix_is_good_when_the_set_is_filled_by(string statements) => VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements));

    [Theory]
    [MemberData(nameof(Homes))]
    public Task Every_fix_is_good_when_the_set_lives_in(string statements) => VerifyAsync(Snippet.OfStatements(statements));

    private static async Task VerifyAsync(Snippet snippet)
    {
        int reports = (await Snippet.ReportsAsync(snippet.Compile())).Length;
        foreach ((string key, string text) in await Workbench.FixEachAsync(snippet))
        {
            Compilation after = new Snippet(text).Compile();
            Assert.True(after.GetDiagnostics().All(static diagnostic => diagnostic.Severity is not DiagnosticSeverity.Error), $"{key} does not compile:\n{text}");
            Assert.True((await Snippet.ReportsAsync(after)).Length == reports - 1, $"{key} is still reported:\n{text}");
        }
    }
}
