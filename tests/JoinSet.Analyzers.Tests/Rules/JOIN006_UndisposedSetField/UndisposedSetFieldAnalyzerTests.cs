using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN006_UndisposedSetField;

/// <summary>A set that a type makes, fills and forgets is told; one that anybody may care for is not.</summary>
public sealed class UndisposedSetFieldAnalyzerTests
{
    private const string Fill = "void Start() => _set.Spawn(Do.Count);";

    [Theory]
    [InlineData("private readonly JoinSet<int> _set = new(); // JOIN006")]
    [InlineData("JoinSet<int> _set = new JoinSet<int>(); // JOIN006")]
    [InlineData("private JoinSet<int> _set { get; } = new(); // JOIN006")]
    [InlineData("private JoinSet<int> _set { get; set; } = (new()); // JOIN006")]
    [InlineData("private int a, b; readonly JoinSet<int> _other = null!, _set = new(); // JOIN006")]
    [InlineData("private JoinSet<int> _set = null!; // JOIN006\nvoid Reset() => _set = new();")]
    [InlineData("private readonly JoinSet<int> _set; // JOIN006\npublic Program() => _set = new(4 > 3 ? new JoinSetOptions() : new());")]
    [InlineData("private readonly JoinSet<int> _set; // JOIN006\npublic Program(CancellationToken token) { this._set = new JoinSet<int>(token); }")]
    [InlineData("private JoinSet<int> _set = null!; // JOIN006\nvoid Reset() { _set = null!; _set ??= new(); }")]
    public async Task Reports_when_the_type_makes_it_by(string declaration) => await Snippet.OfMembers(declaration + "\n" + Fill).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("void Start() { _set.SpawnOn(TaskScheduler.Default, Do.Count); }")]
    [InlineData("void Start() { this._set.SpawnEach(new[] { 1 }, (i, ct) => Do.Count(ct)); }")]
    [InlineData("AbortHandle Start() => _set.Add(Task.FromResult(1));")]
    [InlineData("void Start() { _set?.Spawn(Do.Count).Abort(); }")]
    [InlineData("void Start() { Action later = () => _set!.Spawn(Do.Count); later(); }")]
    [InlineData("void Start() { if (_set is not null && _set != null && _set.Count < 3) _set.Spawn(Do.Count, nameof(_set)); }")]
    [InlineData("void Start() { _set.Spawn(Do.Count); } void Stop() => _set.AbortAll(); int Left => _set.Count;")]
    [InlineData("class Inner { void Fill(Program p) { } } void Start() { _set.Spawn(async ct => { _set.Spawn(Do.Count); await Task.Yield(); return 1; }); }")]
    public async Task Reports_when_the_type_fills_it_by(string members)
        => await Snippet.OfMembers("private readonly JoinSet<int> _set = new(); // JOIN006\n" + members).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("struct Box { readonly JoinSet _set; // JOIN006\npublic Box() { _set = new(); } void Start() => _set.Spawn(Do.Step); }")]
    [InlineData("record Box { readonly JoinSet _set = new(); // JOIN006\nvoid Start() => _set.Spawn(Do.Step); }")]
    [InlineData("record struct Box(int A) { readonly JoinSet _set = new(); // JOIN006\nvoid Start() => _set.Spawn(Do.Step); }")]
    [InlineData("sealed class Box<T> { readonly JoinSet<T> _set = new(); // JOIN006\nvoid Start(Func<CancellationToken, Task<T>> work) => _set.Spawn(work); }")]
    [InlineData("class Outer { class Box { readonly JoinSet _set = new(); // JOIN006\nvoid Start() => _set.Spawn(Do.Step); } }")]
    [InlineData("partial class Box { void Start() => _set.Spawn(Do.Step); } partial class Box { readonly JoinSet _set = new(); // JOIN006\n}")]
    [InlineData("class Box : IDisposable { readonly JoinSet _set = new(); // JOIN006\nvoid Start() => _set.Spawn(Do.Step); public void Dispose() { } }")]
    public async Task Reports_when_the_owner_is(string type) => await Snippet.OfFile(type).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("void Start() => (_set ??= new()).Spawn(Do.Count);")]
    [InlineData("void Start() { (_set = new JoinSet<int>()).SpawnEach(new[] { 1 }, (i, ct) => Do.Count(ct)); }")]
    [InlineData("int Start() { _set ??= new(); _set.Spawn(Do.Count); return (_set ??= new()).Count; }")]
    public async Task Reports_when_the_type_makes_it_late_and_fills_it_by(string members)
        => await Snippet.OfMembers("private JoinSet<int>? _set; // JOIN006\n" + members).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("JoinSet<int> Jobs => _set ??= new();")]
    [InlineData("JoinSet<int> Give() { return _set = new JoinSet<int>(); }")]
    [InlineData("JoinSet<int>? _other; void Share() => _other = _set = new JoinSet<int>();")]
    [InlineData("void Keep(object o) { } void Share() => Keep(_set ??= new());")]
    [InlineData("Task Join() => (_set ??= new()).JoinAllAsync();")]
    public async Task Stays_quiet_when_the_set_is_made_late_and_given_away_by(string members)
        => await Snippet.OfMembers("private JoinSet<int>? _set;\nvoid Start() => _set!.Spawn(Do.Count);\n" + members).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("async Task Join() { await _set.JoinNextAsync(); }")]
    [InlineData("bool Join() => _set.TryJoinNext(out _);")]
    [InlineData("Task<int[]> Join() => _set.JoinAllAsync();")]
    [InlineData("async Task Join() { await foreach (var r in _set) { } }")]
    [InlineData("async Task Join() { await foreach (var r in this._set.JoinEachAsync()) { } }")]
    [InlineData("object Join() => _set.GetAsyncEnumerator();")]
    [InlineData("Task Stop() => _set.ShutdownAsync();")]
    [InlineData("void Stop() => _set?.DetachAll();")]
    [InlineData("public void Dispose() => _set?.Dispose();")]
    [InlineData("public ValueTask DisposeAsync() => _set.DisposeAsync();")]
    [InlineData("void Stop() { using (_set) { } }")]
    [InlineData("async Task Stop() { await using var own = _set.ConfigureAwait(false); }")]
    [InlineData("void Stop() => Interlocked.Exchange(ref _set, null!).Dispose();")]
    [InlineData("JoinSet<int> Give() => _set;")]
    [InlineData("void Give() => Console.WriteLine(_set);")]
    [InlineData("void Give(List<object> all) => all.Add(_set);")]
    [InlineData("JoinSet<int> Other { get => _set; }")]
    [InlineData("void Give() { var alias = _set; }")]
    [InlineData("void Give() { if (_set is { } alias) alias.Dispose(); }")]
    [InlineData("Action Give() => _set.Dispose;")]
    [InlineData("object Give() => (_set, 1);")]
    [InlineData("void Take(JoinSet<int> set) => _set = set;")]
    [InlineData("class Inner { void Stop(Program p) => p._set.Dispose(); }")]
    [InlineData("void Stop(Program other) => other._set.Dispose();")]
    [InlineData("void Local() { { int _set = 1; Console.WriteLine(_set); } }")]
    public async Task Stays_quiet_when_the_type_also_does(string member)
        => await Snippet.OfMembers("private JoinSet<int> _set = new();\n" + Fill + "\n" + member).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("private static readonly JoinSet<int> _set = new(); " + Fill)]
    [InlineData("internal readonly JoinSet<int> _set = new(); " + Fill)]
    [InlineData("protected readonly JoinSet<int> _set = new(); " + Fill)]
    [InlineData("public JoinSet<int> _set { get; private set; } = new(); " + Fill)]
    [InlineData("private readonly JoinSet<int> _set = new();")]
    [InlineData("private readonly JoinSet<int> _set; Program(JoinSet<int> set) => _set = set; " + Fill)]
    [InlineData("private readonly JoinSet<int> _set; Program(JoinSet<int>? set) => _set = set ?? new(); " + Fill)]
    [InlineData("private readonly JoinSet<int> _set = Make(); static JoinSet<int> Make() => new(); " + Fill)]
    [InlineData("private JoinSet<int> _set => new(); " + Fill)]
    [InlineData("private readonly List<int> _set = new(); void Start() => _set.Add(1);")]
    [InlineData("void Start() { var _set = new JoinSet<int>(); _set.Spawn(Do.Count); }")]
    public async Task Stays_quiet_when_the_member_is(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN006");

    [Theory]
    [InlineData("class Box(JoinSet set) { void Start() => set.Spawn(Do.Step); }")]
    [InlineData("partial class Box { readonly JoinSet _set = new(); void Start() => _set.Spawn(Do.Step); } partial class Box { void Stop() => _set.Dispose(); }")]
    [InlineData("interface IBox { static readonly JoinSet s = new(); static void Start() => s.Spawn(Do.Step); }")]
    [InlineData("class Box { readonly JoinSet _set = new(); void Start() => _set.Spawn(Do.Step); class Inner { readonly JoinSet _set = new(); public Inner() => _set.Dispose(); } }")]
    public async Task Stays_quiet_when_the_owner_is(string type) => await Snippet.OfFile(type).VerifyAsync("JOIN006");

    [Fact]
    public async Task Message_names_the_set_its_owner_and_the_spawns()
    {
        Diagnostic report = await Snippet.OfMembers("    private readonly JoinSet<int> _set = new();\n    void A() => _set.Spawn(Do.Count);\n    void B() => _set.Spawn(Do.Count);").SingleReportAsync("JOIN006");

        Assert.Equal(
            "'_set' is made by 'Program' and given tasks on lines 6 and 7, but nothing in 'Program' joins them, shuts the set down or disposes of it: their results and exceptions are lost",
            report.GetMessage(null));
        Assert.Equal("_set", report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan));
        Assert.Equal([5, 6], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task Message_names_the_file_of_spawns_in_another_part()
    {
        Compilation first = Snippet.OfFile("partial class Box { private readonly JoinSet _set = new(); }").Compile();
        Compilation both = first.AddSyntaxTrees(CSharpSyntaxTree.ParseText("partial class Box\n{\n    void Start() => _set.Spawn(Do.Step);\n}", path: "/parts/Box.Start.cs"));

        Diagnostic report = Assert.Single(await Snippet.ReportsAsync(both), static report => report.Id == "JOIN006");

        Assert.Contains("given tasks on line 3 of Box.Start.cs, but", report.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_quiet_when_another_part_disposes()
    {
        Compilation first = Snippet.OfFile("partial class Box { private readonly JoinSet _set = new(); void Start() => _set.Spawn(Do.Step); }").Compile();
        Compilation both = first.AddSyntaxTrees(CSharpSyntaxTree.ParseText("partial class Box { public void Dispose() => _set.Dispose(); }", path: "Box.Dispose.cs"));

        Assert.Empty(await Snippet.ReportsAsync(both));
    }
}
