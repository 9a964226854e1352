using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>What the members of types in source do, found in their text. The one in question is called M.</summary>
public sealed class MemberSummaryTests
{
    [Theory]
    [InlineData("int _n; public int M => _n;")]
    [InlineData("public int M { get; set; }")]
    [InlineData("readonly int _n = 1; public int M() { int n = _n; return n + 1; }")]
    [InlineData("readonly List<int> _l = []; public int M() => _l.Count;")]
    [InlineData("readonly List<int> _l = []; public bool M() => _l.Contains(1) && _l.Any();")]
    [InlineData("readonly List<int> _l = []; public int M() { int sum = 0; foreach (int n in _l) sum += n; return sum; }")]
    [InlineData("readonly List<int> _l = []; public List<int> M() => _l;")]
    [InlineData("readonly List<int>? _l = []; public int M() => _l?.Count ?? 0;")]
    [InlineData("readonly int[] _a = []; public int M() => _a[0] + _a.Length;")]
    [InlineData("int _n; readonly List<int> _l = []; public int M() => _l.Count(item => item > _n);")]
    [InlineData("readonly string _s = \"\"; public string M() => string.Format(\"{0}\", _s) + $\"{_s}\";")]
    [InlineData("readonly ConcurrentQueue<int> _q = new(); public void M() => _q.Enqueue(1);")]
    [InlineData("readonly ConcurrentQueue<List<int>> _q = new(); public void M() => _q.Enqueue([]);")]
    [InlineData("int _n; int Own() => _n; public int M() => Own() + this.Own();")]
    [InlineData("int _n; public int M() { var other = new T(); other._n = 3; return _n; }")]
    [InlineData("int _n; public int M(int n) { n = 3; n++; return n + _n; }")]
    public void Reads(string members) => Assert.Equal(MemberEffect.Reads, EffectOfM(members));

    [Theory]
    [InlineData("int _n; public void M() => _n = 1;")]
    [InlineData("int _n; public void M() => _n++;")]
    [InlineData("int _n; public void M() => this._n += 2;")]
    [InlineData("int _n; int _m; public void M() => (_n, _m) = (1, 2);")]
    [InlineData("public int N { get; set; } public void M() => N = 1;")]
    [InlineData("int _n; public int M { get { return ++_n; } }")]
    [InlineData("readonly List<int> _l = []; public void M() => _l.Add(1);")]
    [InlineData("readonly List<int>? _l = []; public void M() => _l?.Add(1);")]
    [InlineData("readonly Dictionary<int, int> _d = []; public void M() => _d[1] = 2;")]
    [InlineData("readonly Dictionary<int, List<int>> _d = []; public void M() => _d[1].Add(2);")]
    [InlineData("readonly ConcurrentDictionary<int, List<int>> _d = []; public void M() => _d[1].Add(2);")]
    [InlineData("readonly int[] _a = []; public void M() => _a[0] = 2;")]
    [InlineData("readonly StringBuilder _b = new(); public void M() => _b.Append(1).Append(2);")]
    [InlineData("readonly Random _r = new(); public int M() => _r.Next();")]
    [InlineData("int _n; void Own() => _n++; public void M() => Own();")]
    [InlineData("int _n; public void M(bool flag) { if (flag) { _n = 1; } }")]
    [InlineData("int _n; public async Task M() { await Task.Yield(); _n++; }")]
    [InlineData("readonly Inner _i = new(); public void M() => _i.Bump(); sealed class Inner { int _n; public void Bump() => _n++; }")]
    [InlineData("readonly Inner _i = new(); public void M() => _i.N = 3; sealed class Inner { public int N; }")]
    [InlineData("readonly List<int> _l = []; public void M() => Fill(_l); static void Fill(List<int> l) => l.Add(1);")]
    [InlineData("int _n; public override string ToString() => \"\"; public void M() { foreach (int i in new[] { 1 }) _n += i; }")]
    public void Writes(string members) => Assert.Equal(MemberEffect.Writes, EffectOfM(members));

    [Theory]
    [InlineData("object? _o; public object M() => _o ??= new();")]
    [InlineData("List<int>? _l; public List<int> M() { if (_l == null) { _l = []; } return _l; }")]
    [InlineData("readonly object _g = new(); int _n; public void M() { lock (_g) { _n++; } }")]
    [InlineData("int _n; public void M() => Interlocked.Increment(ref _n);")]
    [InlineData("int _n; public void M() { Out(out _n); } static void Out(out int n) => n = 1;")]
    [InlineData("readonly List<int> _l = []; public void M() { var l = _l; l.Add(1); }")]
    [InlineData("readonly IList<int> _l = []; public void M(object o) => o.Equals(_l);")]
    [InlineData("readonly Action _a = () => { }; public void M() => _a();")]
    [InlineData("public int N; static object? s_o; public void M() => Give(this); static void Give(object o) => s_o = o;")]
    [InlineData("public event Action? M;")]
    [InlineData("readonly ISource _s = null!; public void M() => _s.Part.N = 1; interface ISource { Inner Part { get; } } class Inner { public int N; }")]
    [InlineData("int _n; public Action M() => () => _n++;")]
    [InlineData("readonly List<int> _l = []; public void M(Action<Action> later) { void Add() => _l.Add(1); later(Add); }")]
    [InlineData("int _n; public int M(int d) => d == 0 ? _n : M(d - 1);")]
    public void Unknown(string members) => Assert.Equal(MemberEffect.Unknown, EffectOfM(members));

    [Fact]
    public void Nothing_is_said_of_what_a_derived_type_may_replace()
        => Assert.Equal(MemberEffect.Unknown, Judged.Program("class T { int _n; public virtual void M() => _n++; }").EffectOf("M"));

    [Fact]
    public void What_nobody_can_replace_any_more_is_looked_at()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("class B { public virtual void M() { } } sealed class T : B { int _n; public override void M() => _n++; }").EffectOf("M"));

    [Fact]
    public void A_call_through_an_interface_runs_the_member_of_the_object()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("interface IBag { void M(); } sealed class T : IBag { int _n; void IBag.M() => _n++; }").EffectOf("M"));

    [Fact]
    public void Dispose_is_another_question()
        => Assert.Equal(MemberEffect.Unknown, Judged.Program("sealed class T : IDisposable { bool _disposed; public void Dispose() => _disposed = true; }").EffectOf("Dispose"));

    [Fact]
    public void A_static_member_does_nothing_to_an_object()
        => Assert.Equal(MemberEffect.None, EffectOfM("static int s_n; public static void M() => s_n++;"));

    [Fact]
    public void A_captured_parameter_is_as_good_as_a_field()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("sealed class T(List<int> list) { public void M() => list.Add(1); }").EffectOf("M"));

    [Fact]
    public void A_written_parameter_is_as_good_as_a_field()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("sealed class T(int n) { public void M() => n++; }").EffectOf("M"));

    [Fact]
    public void An_initializer_is_given_before_anybody_shares_the_object()
        => Assert.Equal(MemberEffect.None, Judged.Program("sealed class T { public int M { get; init; } }").EffectOf("M", isWrite: true));

    [Fact]
    public void A_readonly_member_of_a_struct_reads()
        => Assert.Equal(MemberEffect.Reads, Judged.Program("struct T { int _n; public readonly int M() => _n; }").EffectOf("M"));

    [Fact]
    public void A_context_is_used_by_whoever_takes_a_set_from_it()
        => Assert.Equal(MemberEffect.Writes, Judged.Program("namespace Microsoft.EntityFrameworkCore { public class DbContext { } public class DbSet<X> { } } class T : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<int> M { get; set; } = new(); }").EffectOf("M"));

    [Fact]
    public void A_context_is_not_used_by_whoever_takes_a_word_from_it()
        => Assert.Equal(MemberEffect.Unknown, Judged.Program("namespace Microsoft.EntityFrameworkCore { public class DbContext { } } class T : Microsoft.EntityFrameworkCore.DbContext { public string M { get; set; } = \"\"; }").EffectOf("M"));

    private static MemberEffect EffectOfM(string members) => Judged.Program($"sealed class T {{ {members} }}").EffectOf("M");
}
