using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Types in source, judged by what they hold.</summary>
public sealed class InferredVerdictTests
{
    [Theory]
    [InlineData("sealed class T { }")]
    [InlineData("sealed class T { readonly int _a; public string B { get; } = \"\"; public Guid C { get; init; } }")]
    [InlineData("sealed class T { public int A => 1; public static int Count; const int Most = 3; }")]
    [InlineData("sealed record T(string Name, ImmutableArray<int> Numbers);")]
    [InlineData("record struct T(int X, int Y);")]
    [InlineData("struct T { public int X; public string Y; }")]
    [InlineData("readonly struct T { public readonly DateTime At; }")]
    [InlineData("sealed class T { readonly ConcurrentQueue<int> _q = new(); readonly SemaphoreSlim _s = new(1); }")]
    [InlineData("class T { public required string Name { get; init; } }")]
    [InlineData("sealed class T { readonly Part _part = new(); sealed class Part { public readonly int Number; } }")]
    [InlineData("sealed class T<TItem> where TItem : struct { readonly int _a; }")]
    [InlineData("sealed class T { readonly T? _next; }")]
    [InlineData("sealed class T { readonly Other? _other; } sealed class Other { readonly T? _back; }")]
    [InlineData("sealed class T : Base { } abstract class Base { protected readonly int Number; }")]
    [InlineData("sealed class T(int number) { public int Next => number + 1; }")]
    [InlineData("sealed class T(List<int> numbers) { readonly int _count = numbers.Count; }")]
    [InlineData("sealed class T { private int _number; public T(int number) { _number = number; } public int Number => _number; }")]
    [InlineData("sealed class T { public string Name { get; private set; } public T(string name) => Name = name; }")]
    [InlineData("sealed class T { public string Name { get; private set; } = \"\"; public static T Of(string name) => new() { Name = name }; }")]
    [InlineData("class Holder { sealed class X<TItem> { readonly TItem _item = default!; } X<int> subject = null!; }")]
    [InlineData("enum T { A }")]
    public void Immutable_all_the_way_down_is_safe(string code)
        => Assert.Equal(Safety.Safe, Judged.Program(code).Verdict.Safety);

    [Theory]
    [InlineData("sealed class T { public int Count; }", "T → T.Count can be written")]
    [InlineData("sealed class T { public int Count { get; set; } }", "T → T.Count can be written")]
    [InlineData("sealed class T { int _count; public void Add() => _count++; }", "T → T._count can be written")]
    [InlineData("sealed class T { int _count; public void Add() { (_count, _) = (1, 2); } }", "T → T._count can be written")]
    [InlineData("sealed class T { int _count; public Action Add; public T() { Add = () => _count++; } }", "T → T._count can be written")]
    [InlineData("sealed class T { public string Name { get; private set; } = \"\"; public void Rename(string name) => Name = name; }", "T → T.Name can be written")]
    [InlineData("class T { public int Count { get; protected set; } }", "T → T.Count can be written")]
    [InlineData("sealed class T { public List<string> Items { get; } = []; }", "T → T.Items is List<string>")]
    [InlineData("sealed class T { readonly int[] _slots = new int[3]; }", "T → T._slots is int[]")]
    [InlineData("sealed class T { readonly Random _random = new(); }", "T → T._random is Random")]
    [InlineData("sealed class T { public Cart Cart { get; } = new(); } sealed class Cart { public List<string> Items { get; } = []; }", "T → T.Cart → T.Cart.Items is List<string>")]
    [InlineData("record T(string Name, List<int> Numbers);", "T → T.Numbers is List<int>")]
    [InlineData("record T(string Name) { public int Age { get; set; } }", "T → T.Age can be written")]
    [InlineData("record struct T(List<int> Numbers);", "T → T.Numbers is List<int>")]
    [InlineData("sealed class T(List<int> numbers) { public void Add() => numbers.Add(1); }", "T → T.numbers is List<int>")]
    [InlineData("sealed class T(int number) { public void Add() => number++; }", "T → T.number can be written")]
    [InlineData("sealed class T : Base { } abstract class Base { public int Count; }", "T → T.Count can be written")]
    [InlineData("sealed class T : Base<int> { } abstract class Base<X> { protected readonly List<X> Items = []; }", "T → T.Items is List<int>")]
    [InlineData("sealed class T { readonly object _unknown = new(); public int Count; }", "T → T.Count can be written")]
    [InlineData("sealed class T { readonly T? _next; public int Count; }", "T → T.Count can be written")]
    [InlineData("sealed class T { readonly Other? _other; } sealed class Other { readonly T? _back; public int Count; }", "T → T._other → T._other.Count can be written")]
    [InlineData("class T : List<int> { }", "T is a List<int>, which is not safe for several threads at once (documented)")]
    [InlineData("class T : MemoryStream { }", "T is a MemoryStream, which is not safe for several threads at once (documented)")]
    [InlineData("sealed class T { readonly ImmutableArray<Line> _lines; } sealed class Line { public int Price { get; set; } }", "T → T._lines is ImmutableArray<Line>")]
    [InlineData("partial class T { readonly int _a; } partial class T { public int Count; }", "T → T.Count can be written")]
    [InlineData("class Holder { sealed class X<TItem> { readonly TItem _item = default!; } X<List<int>> subject = null!; }", "X<List<int>> → X<List<int>>._item is List<int>")]
    [InlineData("class Holder<TItem> where TItem : Random { TItem subject = null!; }", "Random is not safe for several threads at once (documented)")]
    public void Mutable_is_unsafe_with_the_path(string code, string reason)
    {
        Verdict verdict = Judged.Program(code).Verdict;

        Assert.Equal((Safety.Unsafe, reason), (verdict.Safety, verdict.Reason));
    }

    [Theory]
    [InlineData("sealed class T { readonly object _anything = new(); }")]
    [InlineData("sealed class T { readonly Action _callback = () => { }; }")]
    [InlineData("sealed class T { public event Action? Changed; void Raise() => Changed?.Invoke(); }")]
    [InlineData("sealed class T { readonly IList<int> _items = []; }")]
    [InlineData("sealed class T { volatile bool _done; void End() => _done = true; }")]
    [InlineData("sealed class T<TItem> { readonly TItem _item = default!; }")]
    [InlineData("interface T { }")]
    [InlineData("delegate void T();")]
    [InlineData("sealed class T : Exception { readonly int _a; }")]
    [InlineData("sealed class T : HttpMessageHandler { readonly object _x = new(); protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken c) => null!; }")]
    [InlineData("sealed class T<X> { readonly T<T<X>>? _deeper; }")]
    [InlineData("sealed class T { readonly ConcurrentDictionary<int, List<int>> _lists = new(); }")]
    public void What_cannot_be_told_is_unknown(string code)
        => Assert.Equal(Safety.Unknown, Judged.Program(code).Verdict.Safety);

    [Fact]
    public void The_reason_is_told_of_a_variable()
        => Assert.Equal("state → state.Items is List<string>", Judged.Program("sealed class T { public List<string> Items { get; } = []; }").Verdict.ReasonFor("state"));

    [Fact]
    public void A_path_goes_through_the_first_member_that_is_unsafe()
        => Assert.Equal("B", Assert.Single(Judged.Program("sealed class T { readonly int _a; public int[] B { get; } = []; public int C { get; set; } }").Verdict.Path));

    [Fact]
    public void A_cycle_of_many_types_ends()
    {
        string types = string.Concat(Enumerable.Range(0, 60).Select(static number => $"sealed class C{number} {{ public C{(number + 1) % 60}? Next {{ get; }} public C{number * 7 % 60}? Other {{ get; }} }}\n"));

        Assert.NotEqual(Safety.Unsafe, Judged.Program(types + "sealed class T { readonly C0? _first; }").Verdict.Safety);
    }
}
