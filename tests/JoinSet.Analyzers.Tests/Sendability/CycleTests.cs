using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Types that hold each other: the answer is the same whichever is asked for first.</summary>
public sealed class CycleTests
{
    [Theory]
    [InlineData("sealed class A { readonly B? _b; } sealed class B { readonly A? _a; }", "Safe", "Safe")]
    [InlineData("sealed class A { readonly B? _b; readonly object _o = new(); } sealed class B { readonly A? _a; }", "Unknown", "Unknown")]
    [InlineData("sealed class A { readonly B? _b; } sealed class B { readonly A? _a; readonly Action? _o; }", "Unknown", "Unknown")]
    [InlineData("sealed class A { readonly B? _b; public int N; } sealed class B { readonly A? _a; }", "Unsafe", "Unsafe")]
    [InlineData("sealed class A { readonly B? _b; } sealed class B { readonly A? _a; public int N; }", "Unsafe", "Unsafe")]
    [InlineData("sealed class A { readonly A? _a; readonly B? _b; } sealed class B { readonly B? _next; }", "Safe", "Safe")]
    [InlineData("sealed class A { readonly ImmutableArray<B> _b; } sealed class B { readonly A? _a; readonly List<A>? _l; }", "Unsafe", "Unsafe")]
    [InlineData("sealed class A { readonly C? _c; readonly B? _b; } sealed class B { readonly C? _c; public int N; } sealed class C { readonly A? _a; }", "Unsafe", "Unsafe")]
    public void In_either_order(string types, string a, string b)
    {
        Assert.Equal([a, b], Ask(types, "A", "B"));
        Assert.Equal([b, a], Ask(types, "B", "A"));
    }

    private static IEnumerable<string> Ask(string types, params string[] names)
    {
        Judged judged = Judged.Program(types);
        return [.. names.Select(name => judged.VerdictOn(name).Safety.ToString())];
    }
}
