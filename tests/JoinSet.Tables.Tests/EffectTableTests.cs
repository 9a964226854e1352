using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;

namespace JoinSets.Tables.Tests;

/// <summary>The tables of members against the real assemblies.</summary>
public sealed class EffectTableTests
{
    private static readonly string[] s_desktop = ["System.Windows.Forms.Control", "System.Windows.Threading.DispatcherObject"];

    public static TheoryData<string> Types => [.. EffectTable.All.Select(static row => row.Type).Except(s_desktop)];

    public static IEnumerable<object[]> Arguments => ArgumentEffects.Changed.Concat(ArgumentEffects.LookedAt).Select(static row => new object[] { row.Type, row.Method, row.Parameter });

    public static IEnumerable<object[]> TwoWayMembers => Ways.Receiving.Concat(Ways.Sending).Select(static row => new object[] { row.Type, row.Members });

    public static IEnumerable<object[]> Sources => SafeMembers.Rows.Select(static row => new object[] { row.Type, row.Member });

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_exists(string type)
    {
        INamedTypeSymbol? symbol = Assemblies.Find(type);

        Assert.NotNull(symbol);
        Assert.All(NamesIn(RowOf(type)), name => Assert.True(symbol.GetMembers(name).Length > 0, $"{type} has no {name}."));
    }

    /// <summary>A collection that grows a method should have it in the table.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Every_method_of_a_collection_has_an_effect(string type)
    {
        INamedTypeSymbol symbol = Assemblies.Find(type)!;
        if (!type.StartsWith("System.Collections.Generic.", StringComparison.Ordinal) || symbol.TypeKind is TypeKind.Interface)
        {
            return;
        }

        IEnumerable<string> methods = symbol.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false })
            .Select(static method => method.Name);
        Assert.Empty(methods.Except(NamesIn(RowOf(type))).Except(["GetObjectData", "OnDeserialization", "GetAlternateLookup", "TryGetAlternateLookup", "GetViewBetween"]));
    }

    [Fact]
    public void No_type_has_two_rows()
        => Assert.Equal(EffectTable.All.Select(static row => row.Type).Distinct(), EffectTable.All.Select(static row => row.Type));

    [Fact]
    public void No_member_has_two_effects()
        => Assert.All(EffectTable.All, static row => Assert.Equal(NamesIn(row).Distinct(), NamesIn(row)));

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Every_parameter_exists(string type, string method, string parameter)
        => Assert.Contains(Assemblies.Find(type)!.GetMembers(method).OfType<IMethodSymbol>(), found => found.Parameters.Any(given => given.Name == parameter));

    [Fact]
    public void No_parameter_has_two_rows()
        => Assert.Equal(ArgumentEffects.Changed.Concat(ArgumentEffects.LookedAt).Distinct(), ArgumentEffects.Changed.Concat(ArgumentEffects.LookedAt));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_member_that_gives_a_safe_value_exists(string type, string member)
        => Assert.Contains(Assemblies.Find(type)!.GetMembers(member), static found => found.IsStatic);

    [Theory]
    [MemberData(nameof(TwoWayMembers))]
    public void Every_member_that_goes_one_way_exists(string type, string members)
        => Assert.All(members.Split(' '), name => Assert.NotEmpty(Assemblies.Find(type)!.GetMembers(name)));

    public static IEnumerable<object[]> PartsOfObjects => Parts.Rows.Select(static row => new object[] { row.Type, row.Member });

    [Theory]
    [MemberData(nameof(PartsOfObjects))]
    public void Every_part_is_a_property_of_a_type_with_a_row(string type, string member)
    {
        IPropertySymbol part = Assert.Single(Assemblies.Find(type)!.GetMembers(member).OfType<IPropertySymbol>());

        Assert.NotNull(part.Type is INamedTypeSymbol named ? SendTable.RowOf(named) : null);
    }

    [Fact]
    public void What_goes_two_ways_has_a_row() => Assert.All(Ways.Types, static type => Assert.Equal(SendClass.Exclusive, SendTable.All.Single(row => row.Type == type).Class));

    private static EffectRow RowOf(string type) => EffectTable.All.Single(row => row.Type == type);

    private static IEnumerable<string> NamesIn(EffectRow row) => row.Reads.Concat(row.Writes).Concat(row.Ignores).Concat(row.Open);
}
