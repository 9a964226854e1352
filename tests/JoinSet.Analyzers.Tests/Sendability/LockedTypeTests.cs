using JoinSets.Analyzers.Sendability;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sendability;

/// <summary>Types in source that keep threads apart themselves: safe where that is evident, and nothing is said of the others.</summary>
public sealed class LockedTypeTests
{
    [Theory]
    [InlineData("readonly object _gate = new(); int _count; public void Add() { lock (_gate) { _count++; } }")]
    [InlineData("readonly Lock _gate = new(); int _count; public void Add() { lock (_gate) { _count++; } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public void Add(int item) { lock (_gate) _items.Add(item); } public int Count { get { lock (_gate) { return _items.Count; } } }")]
    [InlineData("readonly object _gate = new(); readonly Dictionary<int, string> _items = []; public string this[int key] { get { lock (_gate) { return _items[key]; } } set { lock (_gate) { _items[key] = value; } } }")]
    [InlineData("readonly object _gate = new(); int _count; public T() { _count = 3; } public void Add() { lock (this._gate) { this._count++; } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public List<int> Copy() { lock (_gate) { return _items.ToList(); } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public int Sum() { lock (_gate) { int sum = 0; foreach (int item in _items) sum += item; return sum; } }")]
    [InlineData("int _count; public void Add() => Interlocked.Increment(ref _count); public int Count => Volatile.Read(ref _count);")]
    [InlineData("int _count; public void Add() => System.Threading.Interlocked.Add(ref this._count, 2);")]
    public void Evidently_locked_is_safe(string members)
        => Assert.Equal(Safety.Safe, Judged.Program($"sealed class T {{ {members} }}").Verdict.Safety);

    [Theory]
    [InlineData("readonly object _gate = new(); int _count; public void Add() { lock (_gate) { _count++; } } public int Count => _count;")]
    [InlineData("readonly object _gate = new(); readonly object _other = new(); int _count; public void Add() { lock (_gate) { _count++; } } public void Sub() { lock (_other) { _count--; } }")]
    [InlineData("object _gate = new(); int _count; public void Add() { lock (_gate) { _count++; } } public void Swap() => _gate = new();")]
    [InlineData("public readonly object Gate = new(); int _count; public void Add() { lock (Gate) { _count++; } }")]
    [InlineData("int _count; public void Add() { lock (this) { _count++; } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public List<int> Items { get { lock (_gate) { return _items; } } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public Action Later() { lock (_gate) { return () => _items.Add(1); } }")]
    [InlineData("readonly object _gate = new(); readonly List<int> _items = []; public void Give(Action<object> to) { lock (_gate) { to(_items); } }")]
    [InlineData("readonly object _gate = new(); public int Count { get; set; } public void Add() { lock (_gate) { Count++; } }")]
    [InlineData("readonly object _gate = new(); int _count; public void Add() { Monitor.Enter(_gate); _count++; Monitor.Exit(_gate); }")]
    [InlineData("readonly SemaphoreSlim _gate = new(1); int _count; public async Task Add() { await _gate.WaitAsync(); _count++; _gate.Release(); }")]
    [InlineData("readonly ReaderWriterLockSlim _gate = new(); readonly List<int> _items = []; public void Add() { _gate.EnterWriteLock(); _items.Add(1); _gate.ExitWriteLock(); }")]
    [InlineData("int _count; public void Add() => Interlocked.Increment(ref _count); public int Count => _count;")]
    [InlineData("int _count; [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] public void Add() => _count++;")]
    public void Perhaps_locked_is_unknown(string members)
        => Assert.Equal(Safety.Unknown, Judged.Program($"sealed class T {{ {members} }}").Verdict.Safety);

    [Fact]
    public void A_lock_of_the_base_counts_for_the_type()
        => Assert.Equal(Safety.Unknown, Judged.Program("abstract class Base { protected readonly object Gate = new(); } sealed class T : Base { int _count; public void Add() { lock (Gate) { _count++; } } }").Verdict.Safety);

    [Theory]
    [InlineData("sealed class T : List<int> { readonly object _gate = new(); public new void Add(int item) { lock (_gate) { base.Add(item); } } }", "Unknown")]
    [InlineData("abstract class T : Stream { readonly object _gate = new(); public override void Flush() { lock (_gate) { } } }", "Unknown")]
    [InlineData("[NotSendable] class Base { } sealed class T : Base { readonly object _gate = new(); public void M() { lock (_gate) { } } }", "Unsafe")]
    public void A_wrapper_with_a_lock_may_be_better_than_its_base(string code, string safety)
        => Assert.Equal(safety, Judged.Program(code).Verdict.Safety.ToString());

    [Fact]
    public void The_gate_of_another_object_does_not_guard_this_one()
        => Assert.NotEqual(Safety.Safe, Judged.Program("sealed class T { readonly object _gate = new(); int _count; public void Take(T other) { lock (other._gate) { _count++; } } }").Verdict.Safety);

    [Fact]
    public void Another_object_of_the_type_does_not_share_the_lock_of_this_one()
        => Assert.NotEqual(Safety.Safe, Judged.Program("sealed class T { readonly object _gate = new(); int _count; public void Take(T other) { lock (_gate) { _count += other._count; } } }").Verdict.Safety);
}
