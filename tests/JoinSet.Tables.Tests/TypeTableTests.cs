using JoinSets.Analyzers.Sendability;

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

    [Fact]
    public void There_is_a_row_for_each_class()
        => Assert.Equal(Enum.GetValues<SendClass>(), SendTable.All.Select(static row => row.Class).Distinct().Order());

    [Fact]
    public void The_tables_are_worth_the_name() => Assert.True(SendTable.All.Count(static row => row.Class is not SendClass.Unknown) >= 150);
}
