using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
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
    public Task Every_fix_is_good_when_the_set_is_local_to(string member) => FixSweep.VerifyAsync(Snippet.OfMembers(member));

    [Theory]
    [MemberData(nameof(Fills))]
    public Task Every_fix_is_good_when_the_set_is_filled_by(string statements) => FixSweep.VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements));

    [Theory]
    [MemberData(nameof(Homes))]
    public Task Every_fix_is_good_when_the_set_lives_in(string statements) => FixSweep.VerifyAsync(Snippet.OfStatements(statements));

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.Preview)]
    public Task Every_fix_is_good_when_the_language_is(LanguageVersion version)
        => FixSweep.VerifyAsync(Snippet.OfStatements("using var set = new JoinSet<int>();\nif (flag) return;\nset.Spawn(Do.Count);\nif (flag) return;", version), version);
}
