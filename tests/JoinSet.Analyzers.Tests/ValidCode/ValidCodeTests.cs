using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.ValidCode;

/// <summary>Correct programs, idiomatic and strange: no rule may say a word about them.</summary>
public sealed class ValidCodeTests
{
    public static TheoryData<string> Programs => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Stays_quiet_when_the_program_is(string name) => await Corpus.Program(name).VerifyAsync();
}
