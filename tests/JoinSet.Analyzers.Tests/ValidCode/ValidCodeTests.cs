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

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Stays_quiet_with_plain_tasks_judged_when_the_program_is(string name) => await Corpus.Program(name).VerifyAsync(Settings.PlainTasks, "JOIN004", "JOIN007", "JOIN008");
}
