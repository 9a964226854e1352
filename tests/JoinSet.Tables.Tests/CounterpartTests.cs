using System.Globalization;
using JoinSets.Analyzers.Sendability;
using JoinSets.Analyzers.Sendability.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JoinSets.Tables.Tests;

/// <summary>The concurrent counterparts against the real assemblies, and against the compiler.</summary>
public sealed class CounterpartTests
{
    public static IEnumerable<object[]> Uses
        => Counterparts.Rows.SelectMany(static row => row.Forms.Select(form => new object[] { row.Type, row.Name, form.Member, form.Arguments, form.Form }));

    public static TheoryData<string> Types => [.. Counterparts.Rows.Select(static row => row.Type).Distinct()];

    [Theory]
    [MemberData(nameof(Uses))]
    public void Every_use_exists_and_has_its_counterpart(string type, string counterpart, string member, int arguments, string form)
    {
        string name = member == "this[]" || form.StartsWith('[') ? "this[]" : form.Split('(')[0];

        Assert.Contains(Assemblies.Find(type)!.GetMembers(member), found => Arity(found) == arguments);
        Assert.Contains(Assemblies.Find(counterpart)!.GetMembers(name), found => Arity(found) == ArgumentsIn(form));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_use_has_an_effect_in_the_tables(string type)
    {
        INamedTypeSymbol symbol = Assemblies.Find(type)!;
        IEnumerable<string> methods = ConcurrentCounterpart.Of(symbol).SelectMany(static row => row.Forms).Select(static form => form.Member)
            .Where(member => symbol.GetMembers(member).Any(static found => found is IMethodSymbol));

        Assert.All(methods, method => Assert.NotNull(EffectTable.EffectOf(symbol.GetMembers(method)[0])));
    }

    [Fact]
    public void A_list_becomes_a_bag_before_a_queue()
        => Assert.Equal(
            ["System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Concurrent.ConcurrentQueue`1"],
            ConcurrentCounterpart.Of(Assemblies.Find("System.Collections.Generic.List`1")!).Select(static row => row.Name));

    [Fact]
    public void A_use_without_a_counterpart_has_no_form()
        => Assert.Null(ConcurrentCounterpart.Of(Assemblies.Find("System.Collections.Generic.List`1")!).First().FormOf("Sort", 0));

    [Fact]
    public void A_form_is_code_once_its_arguments_stand_in_it()
        => Assert.All(
            Counterparts.Rows.SelectMany(static row => row.Forms),
            static form => Assert.False(SyntaxFactory.ParseExpression("shared" + (form.Form.StartsWith('[') ? "" : ".") + string.Format(CultureInfo.InvariantCulture, form.Form, "a", "out var b")).ContainsDiagnostics));

    private static int Arity(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Length,
        IPropertySymbol property => property.Parameters.Length,
        _ => -1,
    };

    private static int ArgumentsIn(string form) => form.Contains("()", StringComparison.Ordinal) || !form.Contains('(', StringComparison.Ordinal) && !form.StartsWith('[') ? 0 : form.Count(static letter => letter == ',') + 1;
}
