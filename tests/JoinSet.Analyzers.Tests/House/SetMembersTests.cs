using System.Reflection;
using JoinSets.Analyzers.Symbols;
using Xunit;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>The table of post-states and the public surface of the runtime speak of the same members.</summary>
public sealed class SetMembersTests
{
    public static TheoryData<string> Members => [.. PublicNames];

    private static IEnumerable<string> PublicNames =>
        new[] { typeof(JoinSet), typeof(JoinSet<>) }.SelectMany(static set => set.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(static member => member.Name)
            .Distinct();

    [Theory]
    [MemberData(nameof(Members))]
    public void Every_public_member_has_a_row(string member)
        => Assert.True(SetMembers.EffectOf(member) is not SetEffect.Unknown, $"SetMembers does not say what {member} does to a set.");

    [Fact]
    public void No_row_is_left_of_a_member_that_is_gone()
        => Assert.Empty(SetMembers.Names.Except(PublicNames));
}
