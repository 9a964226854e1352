using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN014_SelfJoin;

/// <summary>A task that waits for its own set is told so, however it waits; one that only looks, aborts or joins one is left alone.</summary>
public sealed class SelfJoinAnalyzerTests
{
    [Theory]
    [InlineData("await set.JoinAllAsync(); // JOIN014")]
    [InlineData("await set!.JoinAllAsync().ConfigureAwait(false); // JOIN014")]
    [InlineData("await set?.JoinAllAsync()!; // JOIN014")]
    [InlineData("await set.JoinAllAsync(ct); // JOIN014")]
    [InlineData("await set.ShutdownAsync(); // JOIN014")]
    [InlineData("await set.DisposeAsync(); // JOIN014")]
    [InlineData("await set.DisposeAsync().AsTask(); // JOIN014")]
    [InlineData("if (flag) await set.ShutdownAsync(); // JOIN014")]
    [InlineData("set.JoinAllAsync().Wait(); // JOIN014")]
    [InlineData("int[] all = set.JoinAllAsync().Result; // JOIN014")]
    [InlineData("set.ShutdownAsync().GetAwaiter().GetResult(); // JOIN014")]
    [InlineData("await Task.WhenAll(set.JoinAllAsync(), Task.Delay(1)); // JOIN014")]
    [InlineData("Task.WaitAll(set.JoinAllAsync(), Task.Delay(1)); // JOIN014")]
    [InlineData("await (flag ? set.JoinAllAsync() : Task.CompletedTask); // JOIN014")]
    [InlineData("await (flag switch { true => set.JoinAllAsync(), _ => Task.CompletedTask }); // JOIN014")]
    [InlineData("Task? other = flag ? Task.CompletedTask : null; await (other ?? set.JoinAllAsync()); // JOIN014")]
    [InlineData("await Task.Run(() => set.JoinAllAsync()); // JOIN014")]
    [InlineData("await Task.Run(async () => await set.JoinAllAsync()).ConfigureAwait(false); // JOIN014")]
    [InlineData("await using (set) { } // JOIN014")]
    [InlineData("await using (set.ConfigureAwait(false)) { } // JOIN014")]
    [InlineData("await using var own = set; // JOIN014")]
    [InlineData("await using var own = set.ConfigureAwait(false); // JOIN014")]
    [InlineData("await foreach (var r in set) { } // JOIN014")]
    [InlineData("await foreach (var r in set.JoinEachAsync().WithCancellation(ct)) { } // JOIN014")]
    [InlineData("await foreach (var r in set.JoinEachAsync().ConfigureAwait(false)) { Console.WriteLine(r.Value); } // JOIN014")]
    [InlineData("await foreach (var (value, error) in set) { if (error is null) continue; } // JOIN014")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { } // JOIN014")]
    [InlineData("while (await set.JoinNextAsync(ct).ConfigureAwait(false) is not null) { } // JOIN014")]
    [InlineData("while (!(await set.JoinNextAsync() is null)) { } // JOIN014")]
    [InlineData("while ((await set.JoinNextAsync()).HasValue) { } // JOIN014")]
    [InlineData("while ((await set.JoinNextAsync()) != null) { } // JOIN014")]
    [InlineData("while (await set.JoinNextAsync() is JoinResult<int> r) { } // JOIN014")]
    [InlineData("while (await set.JoinNextAsync() is (var value, var error)) { } // JOIN014")]
    [InlineData("JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is not null) { } // JOIN014")]
    [InlineData("for (var r = await set.JoinNextAsync(); r is not null; r = await set.JoinNextAsync()) { } // JOIN014")]
    [InlineData("while (!set.IsEmpty) { await set.JoinNextAsync(); } // JOIN014")]
    [InlineData("while (set.Count > 0) { await set.JoinNextAsync(); } // JOIN014")]
    [InlineData("while (0 != set.Count) { await set.JoinNextAsync(); } // JOIN014")]
    [InlineData("do { await set.JoinNextAsync(); } while (set.Count >= 1); // JOIN014")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; } // JOIN014")]
    [InlineData("for (;;) { if (await set.JoinNextAsync() is { } r) { continue; } break; } // JOIN014")]
    [InlineData("for (;;) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r); else return 0; } // JOIN014")]
    [InlineData("while (true) { var r = await set.JoinNextAsync() ?? throw new Exception(); } // JOIN014")]
    [InlineData("while (true) { switch (await set.JoinNextAsync()) { case null: return 0; case { } r: break; } } // JOIN014")]
    public async Task Reports_when_a_task_waits_by(string statement) => await Task(statement).VerifyAsync("JOIN014");

    [Theory]
    [InlineData("set.AbortAll();")]
    [InlineData("set.Spawn(Do.Count);")]
    [InlineData("await set.JoinNextAsync();")]
    [InlineData("if (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); }")]
    [InlineData("set.TryJoinNext(out var r);")]
    [InlineData("while (set.TryJoinNext(out var r)) { }")]
    [InlineData("while (set.Count > 1) { await set.JoinNextAsync(); }")]
    [InlineData("while (!set.IsEmpty) { await Task.Delay(1); }")]
    [InlineData("for (int i = 0; i < 3; i++) { await set.JoinNextAsync(); }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; }")]
    [InlineData("await foreach (var r in set) { return r.Value; }")]
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: true } r) { }")]
    [InlineData("while (await set.JoinNextAsync() is { } r && r.IsSuccess) { }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (set.Count == 1) break; }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (flag) throw new Exception(); }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null || flag) break; }")]
    [InlineData("while (true) { await set.JoinNextAsync(); if (flag) goto end; } end: ;")]
    [InlineData("_ = set.JoinAllAsync();")]
    [InlineData("Task stored = set.JoinAllAsync();")]
    [InlineData("set.JoinAllAsync().Wait(10);")]
    [InlineData("await set.JoinAllAsync().WaitAsync(TimeSpan.FromSeconds(1));")]
    [InlineData("await Task.WhenAny(set.JoinAllAsync(), Task.Delay(1));")]
    [InlineData("Func<Task> later = async () => await set.JoinAllAsync();")]
    [InlineData("async Task Later() { await set.JoinAllAsync(); }")]
    [InlineData("_ = Task.Run(async () => await set.JoinAllAsync());")]
    [InlineData("set.DetachAll(); await set.JoinAllAsync();")]
    [InlineData("{ await using var other = new JoinSet<int>(); other.Spawn(Do.Count); await other.JoinAllAsync(); }")]
    [InlineData("set.Dispose();")]
    [InlineData("using (set) { }")]
    [InlineData("foreach (var url in urls) { await Task.Yield(); }")]
    public async Task Stays_quiet_when_a_task_does(string statement) => await Task(statement).VerifyAsync("JOIN014");

    [Theory]
    [InlineData("set.Spawn(ct => set.JoinAllAsync()); // JOIN014")]
    [InlineData("set.Spawn(ct => { return set.JoinAllAsync(ct); }); // JOIN014")]
    [InlineData("set.Spawn(ct => flag ? set.ShutdownAsync() : Task.CompletedTask); // JOIN014")]
    [InlineData("set.Spawn(delegate { return set.JoinAllAsync(); }); // JOIN014")]
    [InlineData("set.Spawn(async _ => await set.JoinAllAsync()); // JOIN014")]
    [InlineData("set?.Spawn(async _ => await set.JoinAllAsync()); // JOIN014")]
    [InlineData("set.SpawnOn(TaskScheduler.Default, async _ => await set.JoinAllAsync()); // JOIN014")]
    [InlineData("set.SpawnLocal(async _ => await set.JoinAllAsync()); // JOIN014")]
    [InlineData("set.SpawnBlocking(_ => set.JoinAllAsync().Wait()); // JOIN014")]
    [InlineData("set.SpawnEach(urls, async (url, ct) => await set.JoinAllAsync()); // JOIN014")]
    [InlineData("set.Spawn(static async (all, ct) => await all.JoinAllAsync(), set); // JOIN014")]
    [InlineData("set.Spawn(work: async _ => await set.JoinAllAsync(), name: \"x\"); // JOIN014")]
    [InlineData("Func<CancellationToken, Task> work = async ct => await set.JoinAllAsync(); // JOIN014\nset.Spawn(work);")]
    [InlineData("async Task WaitAsync(CancellationToken ct) { await set.JoinAllAsync(); } // JOIN014\nset.Spawn(WaitAsync);")]
    [InlineData("async Task WaitAsync(CancellationToken ct) { await set.JoinAllAsync(); } // JOIN014\nset.Spawn(WaitAsync); set.Spawn(ct => WaitAsync(ct));")]
    [InlineData("Task WaitAsync() => set.JoinAllAsync(); // JOIN014\nset.Spawn(async ct => { await WaitAsync(); });")]
    [InlineData("void Wait() => set.JoinAllAsync().Wait(); // JOIN014\nset.Spawn(async ct => { await Task.Yield(); Wait(); });")]
    [InlineData("set.Spawn(ct => DrainAsync(1, set)); static async Task DrainAsync(int a, JoinSet it) { await foreach (var r in it) { } } // JOIN014")]
    [InlineData("set.Spawn(ct => { set.Spawn(async inner => await set.JoinAllAsync()); return Task.CompletedTask; }); // JOIN014")]
    public async Task Reports_when_the_task_is_given_by(string statements)
        => await Snippet.OfStatements("var set = new JoinSet();\n" + statements).VerifyAsync("JOIN014");

    [Theory]
    [InlineData("set.Spawn(async ct => { await other.JoinAllAsync(); });")]
    [InlineData("other.Spawn(async ct => { await set.JoinAllAsync(); });")]
    [InlineData("other.Spawn(ct => set.JoinAllAsync());")]
    [InlineData("set.Add(set.JoinAllAsync());")]
    [InlineData("set.SpawnBlocking(ct => set.JoinAllAsync());")]
    [InlineData("set.SpawnBlocking(async ct => await set.JoinAllAsync());")]
    [InlineData("set.Spawn(async ct => { var set = new JoinSet(); set.Spawn(Do.Step); await set.JoinAllAsync(); });")]
    [InlineData("set.Spawn(static async ct => { await using var set = new JoinSet(); await foreach (var r in set) { } });")]
    [InlineData("set.Spawn(async ct => { await WaitAsync(other); }); async Task WaitAsync(JoinSet set) => await set.JoinAllAsync();")]
    [InlineData("set.Spawn(async ct => { _ = WaitAsync(); await Task.Yield(); }); async Task WaitAsync() => await set.JoinAllAsync();")]
    [InlineData("set.Spawn(async ct => { await set.JoinAllAsync(); }); set = new JoinSet();")]
    [InlineData("set.Spawn(async ct => { await set.JoinAllAsync(); }); set.DetachAll();")]
    [InlineData("Task.Run(async () => { await set.JoinAllAsync(); });")]
    [InlineData("set.Spawn(Unknown.Work);")]
    [InlineData("Func<Task> drain = () => set.JoinAllAsync(); set.Spawn(ct => drain());")]
    public async Task Stays_quiet_when_sets_are_used_as(string statements)
        => await Snippet.OfFile("static class Unknown { public static Task Work(CancellationToken ct) => Task.CompletedTask; }\nclass Program { async Task Run(bool flag)\n{\n"
            + "await Task.Yield(); var other = new JoinSet(); var set = new JoinSet();\n" + statements + "\n} }").VerifyAsync("JOIN014");

    [Theory]
    [InlineData("private readonly JoinSet _set = new(); void Start() { _set.Spawn(WorkAsync); }\nprivate async Task WorkAsync(CancellationToken ct) { await _set.JoinAllAsync(); } // JOIN014")]
    [InlineData("private readonly JoinSet _set = new(); void Start() { this._set.Spawn(this.WorkAsync); }\nprivate async Task WorkAsync(CancellationToken ct) { await foreach (var r in _set) { } } // JOIN014")]
    [InlineData("private readonly JoinSet _set = new(); void Start() { _set.Spawn(ct => WorkAsync()); }\nprivate Task WorkAsync() => _set.JoinAllAsync(); // JOIN014")]
    [InlineData("private JoinSet? _set; void Start() { _set = new(); _set.Spawn(WorkAsync); } void Stop() { _set = null; }\nprivate async Task WorkAsync(CancellationToken ct) { await _set!.JoinAllAsync(); } // JOIN014")]
    [InlineData("static readonly JoinSet s_set = new(); static void Start() { s_set.Spawn(WorkAsync); }\nstatic async Task WorkAsync(CancellationToken ct) { await s_set.JoinAllAsync(); } // JOIN014")]
    [InlineData("JoinSet All { get; } = new(); void Start() { All.Spawn(WorkAsync); }\nasync Task WorkAsync(CancellationToken ct) { await All.JoinAllAsync(); } // JOIN014")]
    [InlineData("void Start(JoinSet set) { set.Spawn(ct => WorkAsync(all: set)); }\nstatic async Task WorkAsync(JoinSet all) { await all.ShutdownAsync(); } // JOIN014")]
    [InlineData("JoinSet _set = new(); void Start() { _set.Spawn(W); } void Again() { _set.Spawn(W); }\nasync Task W(CancellationToken ct) { await _set.JoinAllAsync(); } // JOIN014")]
    public async Task Reports_when_the_set_is_a_member(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN014");

    [Theory]
    [InlineData("JoinSet _set = new(); void Start() { _set.Spawn(WorkAsync); _set = new(); } async Task WorkAsync(CancellationToken ct) { await _set.JoinAllAsync(); }")]
    [InlineData("JoinSet _set = new(); void Start(Program other) { _set.Spawn(other.WorkAsync); } async Task WorkAsync(CancellationToken ct) { await _set.JoinAllAsync(); }")]
    [InlineData("JoinSet _set = new(); void Start(Program other) { other._set.Spawn(WorkAsync); } async Task WorkAsync(CancellationToken ct) { await _set.JoinAllAsync(); }")]
    [InlineData("JoinSet _set = new(); void Start() { _set.Spawn(WorkAsync); } protected virtual async Task WorkAsync(CancellationToken ct) { await _set.JoinAllAsync(); }")]
    [InlineData("JoinSet Fresh => new(); void Start() { Fresh.Spawn(WorkAsync); } async Task WorkAsync(CancellationToken ct) { await Fresh.JoinAllAsync(); }")]
    [InlineData("JoinSet _set = new(); void Start() { _set.Spawn(ct => { Fire(); return Task.CompletedTask; }); } async void Fire() { await Task.Yield(); await _set.JoinAllAsync(); }")]
    public async Task Stays_quiet_when_members_may_be_another_set(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN014");

    [Fact]
    public async Task Reports_in_top_level_statements()
        => await Snippet.OfFile("await using var set = new JoinSet<int>();\nset.Spawn(async ct => (await set.JoinAllAsync()).Length); // JOIN014\n").VerifyAsync("JOIN014");

    [Fact]
    public async Task Message_names_the_set_and_the_line_of_the_spawn()
    {
        Diagnostic report = await Snippet.OfMembers("JoinSet _set = new();\nvoid Start()\n{\n    _set.Spawn(WorkAsync);\n}\nasync Task WorkAsync(CancellationToken ct) => await _set.JoinAllAsync();")
            .SingleReportAsync("JOIN014");

        Assert.Equal("'_set' is waited for by a task of its own, spawned on line 8: the task waits for itself, and that never ends", report.GetMessage(null));
        Assert.Equal(7, Assert.Single(report.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
        Assert.Equal("_set.JoinAllAsync()", report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan));
    }

    [Theory]
    [InlineData("await set.JoinAllAsync(ct);", " unless it is cancelled")]
    [InlineData("await foreach (var r in set.JoinEachAsync().WithCancellation(token)) { }", " unless it is cancelled")]
    [InlineData("await set.JoinAllAsync(default);", "")]
    [InlineData("await set.JoinAllAsync(CancellationToken.None);", "")]
    public async Task Message_knows_a_token_that_can_be_cancelled(string statement, string end)
    {
        Diagnostic report = await Task(statement).SingleReportAsync("JOIN014");

        Assert.EndsWith("the task waits for itself, and that never ends" + end, report.GetMessage(null), StringComparison.Ordinal);
    }

    private static Snippet Task(string statement)
        => Snippet.OfStatements("var set = new JoinSet<int>();\nset.Spawn(async ct =>\n{\n" + statement + "\nawait System.Threading.Tasks.Task.Yield();\nreturn 1;\n});");
}
