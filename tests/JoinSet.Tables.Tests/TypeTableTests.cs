using JoinSets.Analyzers.Sendability;
using Microsoft.CodeAnalysis;

namespace JoinSets.Tables.Tests;

/// <summary>The tables of types against the real assemblies.</summary>
public sealed class TypeTableTests
{
    /// <summary>Windows Forms and WPF are on no feed that every machine can reach; these two names are certain.</summary>
    private static readonly string[] s_desktop = ["System.Windows.Forms.Control", "System.Windows.Threading.DispatcherObject"];

    public static TheoryData<string> Types => [.. SendTable.All.Select(static row => row.Type).Except(s_desktop)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_exists(string type) => Assert.NotNull(Assemblies.Find(type));

    [Fact]
    public void No_type_has_two_rows()
        => Assert.Empty(SendTable.All.GroupBy(static row => row.Type).Where(static rows => rows.Count() > 1).Select(static rows => rows.Key));

    [Fact]
    public void Every_row_says_where_it_comes_from()
        => Assert.DoesNotContain(SendTable.All, static row => string.IsNullOrWhiteSpace(row.Source));

    [Fact]
    public void Every_source_of_a_verdict_is_a_page()
        => Assert.All(
            SendTable.All.Where(static row => row.Class is not SendClass.Unknown),
            static row => Assert.True(Uri.TryCreate(new Uri(SendRow.Pages), row.Source.Split(": ")[0], out _) && row.Source.Contains('/', StringComparison.Ordinal), $"{row.Type}: {row.Source}"));

    /// <summary>What a source says of a type's make can be seen in its metadata.</summary>
    [Fact]
    public void What_is_said_to_be_a_readonly_struct_is_one()
        => Assert.All(
            SendTable.All.Where(static row => row.Source.EndsWith(": a readonly struct", StringComparison.Ordinal)),
            static row => Assert.True(Assemblies.Find(row.Type) is { TypeKind: TypeKind.Struct, IsReadOnly: true }, row.Type));

    /// <summary>No property of the object can be set, and no field. Neither in a base, where there is one.</summary>
    [Fact]
    public void What_is_said_to_have_no_member_that_changes_it_has_none()
        => Assert.All(
            SendTable.All.Where(static row => row.Source.EndsWith(": it has no member that changes it", StringComparison.Ordinal)),
            static row => Assert.DoesNotContain(MembersOf(row.Type), static member => member switch
            {
                IPropertySymbol property => property.SetMethod is { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public },
                IFieldSymbol field => field is { IsReadOnly: false, IsConst: false, DeclaredAccessibility: Accessibility.Public },
                _ => false,
            }));

    [Fact]
    public void There_is_a_row_for_each_class()
        => Assert.Equal(Enum.GetValues<SendClass>(), SendTable.All.Select(static row => row.Class).Distinct().Order());

    [Fact]
    public void The_tables_are_worth_the_name() => Assert.True(SendTable.All.Count(static row => row.Class is not SendClass.Unknown) >= 150);

    /// <summary>The boilerplate of the reference pages stands on nearly every type, and says nothing: a verdict needs a sentence of its own.</summary>
    [Fact]
    public void Every_source_of_a_verdict_points_to_a_section_or_says_what_it_says()
        => Assert.All(SendTable.All.Where(static row => row.Class is not SendClass.Unknown), static row => Assert.True(row.Source.Contains('#', StringComparison.Ordinal) || row.Source.Contains(": ", StringComparison.Ordinal), row.Type));

    private static IEnumerable<ISymbol> MembersOf(string type)
    {
        for (INamedTypeSymbol? at = Assemblies.Find(type); at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers().Where(static member => !member.IsStatic))
            {
                yield return member;
            }
        }
    }
}
