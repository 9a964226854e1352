using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN003_EndlessRespawn;

/// <summary>When the rule speaks: a join loop that feeds itself on every turn, and has no other way out.</summary>
public sealed class EndlessRespawnAnalyzerTests
{
    private const string Spawn = "set.Spawn(Do.Count); // JOIN003\n";

    [Theory]
    [InlineData("while (await set.JoinNextAsync() is { } r) {\n" + Spawn + "}")]
    [InlineData("while (await set.JoinNextAsync().ConfigureAwait(false) is not null)\n" + Spawn)]
    [InlineData("while (await set.JoinNextAsync(default) is JoinResult<int> r) {\n" + Spawn + "}")]
    [InlineData("while (await set.JoinNextAsync(CancellationToken.None) is (var value, var error)) {\n" + Spawn + "}")]
    [InlineData("while ((await set.JoinNextAsync()) != null) {\n" + Spawn + "}")]
    [InlineData("while ((await set.JoinNextAsync()).HasValue) {\n" + Spawn + "}")]
    [InlineData("while (set.JoinNextAsync().AsTask().Result is { } r) {\n" + Spawn + "}")]
    [InlineData("JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is not null) {\n" + Spawn + "}")]
    [InlineData("for (var r = await set.JoinNextAsync(); r is not null; r = await set.JoinNextAsync()) {\n" + Spawn + "}")]
    [InlineData("for (; await set.JoinNextAsync() is { } r;) {\n" + Spawn + "}")]
    [InlineData("for (; await set.JoinNextAsync() is { } r;\nset.Spawn(Do.Count)) { } // JOIN003")]
    [InlineData("do {\n" + Spawn + "} while (await set.JoinNextAsync() is { });")]
    [InlineData("while (!set.IsEmpty) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("while (set.Count > 0) { await set.JoinNextAsync();\n" + Spawn + "}")]
    [InlineData("do { await set.JoinNextAsync();\n" + Spawn + "} while (set.Count != 0);")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break;\n" + Spawn + "}")]
    [InlineData("for (;;) { if (await set.JoinNextAsync() is not { } r) return;\n" + Spawn + "}")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) {\n" + Spawn + "} else break; }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) {\n" + Spawn + "continue; } break; }")]
    [InlineData("await foreach (var r in set) {\n" + Spawn + "}")]
    [InlineData("await foreach (var r in set.JoinEachAsync().ConfigureAwait(false)) {\n" + Spawn + "}")]
    [InlineData("await foreach (var (value, error) in set) {\n" + Spawn + "}")]
    public async Task Reports_when_the_loop_is(string loop) => await Statements(loop).VerifyAsync("JOIN003");

    [Theory]
    [InlineData("set.SpawnOn(TaskScheduler.Default, Do.Count); // JOIN003")]
    [InlineData("set.SpawnLocal(Do.Count); // JOIN003")]
    [InlineData("set.SpawnBlocking(ct => 3); // JOIN003")]
    [InlineData("set.Add(Task.FromResult(1)); // JOIN003")]
    [InlineData("set?.Spawn(Do.Count); // JOIN003")]
    [InlineData("set!.Spawn(Do.Count).Abort(); // JOIN003")]
    [InlineData("var handle = set.Spawn(Do.Count); // JOIN003")]
    [InlineData("set.SpawnEach(urls, (url, ct) => Do.Count(ct)); // JOIN003")]
    [InlineData("set.SpawnEach(new[] { 1, 2 }, (url, ct) => Do.Count(ct)); // JOIN003")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); // JOIN003")]
    [InlineData("foreach (var number in new int[] { 1, 2 }) { set.Spawn(Do.Count); } // JOIN003")]
    [InlineData("for (int i = 0; i < 2; i++) set.Spawn(Do.Count); // JOIN003")]
    [InlineData("if (flag) set.Spawn(Do.Count); // JOIN003")]
    [InlineData("if (flag && size > 3) { set.Spawn(Do.Count); } else { } // JOIN003")]
    [InlineData("if (flag) { } else { set.Spawn(Do.Count); } // JOIN003")]
    [InlineData("if (!flag) continue; set.Spawn(Do.Count); // JOIN003")]
    [InlineData("if (r.IsSuccess) {\nset.Spawn(Do.Count); // JOIN003\n} else {\nset.Spawn(Do.Count); // JOIN003\n}")]
    [InlineData("if (r.IsSuccess)\nset.Spawn(Do.Count); // JOIN003\nelse if (r.IsFaulted)\nset.Spawn(Do.Count); // JOIN003\nelse { Console.WriteLine();\nset.Spawn(Do.Count); // JOIN003\n}")]
    [InlineData("_ = r.IsSuccess\n? set.Spawn(Do.Count) // JOIN003\n: set.Spawn(Do.Count); // JOIN003\n")]
    [InlineData("switch (r.Value) { case 1:\nset.Spawn(Do.Count); // JOIN003\nbreak; default:\nset.Spawn(Do.Count); // JOIN003\nbreak; }")]
    [InlineData("_ = r.Value switch { 1 =>\nset.Spawn(Do.Count), // JOIN003\n_ =>\nset.Spawn(Do.Count) }; // JOIN003\n")]
    [InlineData("if (r.IsFaulted) { set.Spawn(Do.Count); continue; }\nset.Spawn(Do.Count); // JOIN003")]
    [InlineData("if (r.IsFaulted) { if (flag) set.Spawn(Do.Count); else set.Spawn(Do.Count); continue; }\nset.Spawn(Do.Count); // JOIN003")]
    [InlineData("try { set.Spawn(Do.Count); } catch (InvalidOperationException) { } // JOIN003")]
    [InlineData("try { Console.WriteLine(r.Value); } finally { set.Spawn(Do.Count); } // JOIN003")]
    [InlineData("lock (urls) { set.Spawn(Do.Count); } // JOIN003")]
    [InlineData("Console.WriteLine(r.Value); set.Spawn(Do.Count); // JOIN003")]
    [InlineData("if (r.IsFaulted) Console.WriteLine(); set.Spawn(Do.Count); // JOIN003")]
    [InlineData("foreach (var url in urls) { if (url == \"\") continue; } set.Spawn(Do.Count); // JOIN003")]
    [InlineData("{ Func<int> other = () => { return 1; }; } set.Spawn(async ct => { if (ct.IsCancellationRequested) return 0; await Task.Delay(1, ct); throw new Exception(); }); // JOIN003")]
    [InlineData("set.Spawn(_ => Do.Count(token)); // JOIN003")]
    [InlineData("set.AbortAll(); set.Spawn(Do.Count);")]
    public async Task Judges_a_spawn_that_is(string statement)
        => await Statements("int size = urls.Count;\nawait foreach (var r in set) { " + statement + "\n}").VerifyAsync("JOIN003");

    [Theory]
    [InlineData("break;")]
    [InlineData("if (r.IsFaulted) break;")]
    [InlineData("if (flag) return;")]
    [InlineData("if (flag) throw new Exception();")]
    [InlineData("if (urls.Count == 3) goto end;")]
    [InlineData("r.ThrowIfFailed();")]
    [InlineData("r.Error?.Rethrow();")]
    [InlineData("int v = r.IsSuccess ? r.Value : throw new Exception();")]
    [InlineData("token.ThrowIfCancellationRequested();")]
    [InlineData("if (token.IsCancellationRequested) Console.WriteLine();")]
    [InlineData("await Task.Delay(1, token);")]
    [InlineData("if (flag) Environment.Exit(1);")]
    [InlineData("if (flag) Stop.Now();")]
    [InlineData("if (flag) await set.DisposeAsync();")]
    [InlineData("if (flag) await set.ShutdownAsync();")]
    [InlineData("if (flag) set.DetachAll();")]
    [InlineData("await set.JoinNextAsync();")]
    [InlineData("if (set.TryJoinNext(out var second)) Console.WriteLine();")]
    [InlineData("Stop.Maybe(set);")]
    [InlineData("End(); void End() => set.DetachAll();")]
    [InlineData("set = new JoinSet<int>();")]
    [InlineData("if (r.IsFaulted) continue;")]
    [InlineData("if (budget-- == 0) continue;")]
    [InlineData("continue;")]
    public async Task Stays_quiet_when_the_turn_does(string statement) => await Snippet.OfFile(
        "static class Stop { [System.Diagnostics.CodeAnalysis.DoesNotReturn] public static void Now() => throw new Exception(); public static void Maybe(object o) { } }\n"
        + "class Program { async Task Run(List<string> urls, bool flag, CancellationToken token) {\nint budget = 9; var set = new JoinSet<int>(); set.Spawn(Do.Count);\n"
        + "while (await set.JoinNextAsync() is { } r) { " + statement + " set.Spawn(Do.Count); }\nend: ; } }").VerifyAsync("JOIN003");

    [Theory]
    [InlineData("if (r.IsSuccess) set.Spawn(Do.Count);")]
    [InlineData("if (r.Value > 0 && flag) { set.Spawn(Do.Count); }")]
    [InlineData("if (r.TryGetValue(out int v)) set.Spawn(Do.Count);")]
    [InlineData("if (budget-- > 0) set.Spawn(Do.Count);")]
    [InlineData("if (++turns < 10) { set.Spawn(Do.Count); }")]
    [InlineData("turns++; if (turns < 10) set.Spawn(Do.Count);")]
    [InlineData("if (Next()) set.Spawn(Do.Count);")]
    [InlineData("if (urls.Count > 0) set.Spawn(Do.Count);")]
    [InlineData("if (_more) set.Spawn(Do.Count);")]
    [InlineData("if (More) set.Spawn(Do.Count);")]
    [InlineData("if (set.Count < 4) set.Spawn(Do.Count);")]
    [InlineData("while (set.Count < 4 && Next()) set.Spawn(Do.Count);")]
    [InlineData("if (set.IsEmpty) { } else { set.Spawn(Do.Count); }")]
    [InlineData("if (r.IsSuccess) { set.Spawn(Do.Count); } else if (r.IsFaulted) { set.Spawn(Do.Count); }")]
    [InlineData("if (r.IsSuccess) { set.Spawn(Do.Count); } else { if (r.IsFaulted) continue; set.Spawn(Do.Count); }")]
    [InlineData("if (r.IsSuccess) { set.Spawn(Do.Count); } else { if (Next()) set.Spawn(Do.Count); }")]
    [InlineData("if (r.IsSuccess) { set.Spawn(Do.Count); } else { other.Spawn(Do.Count); }")]
    [InlineData("if (r.IsSuccess) { set.Spawn(Do.Count); } else { foreach (string url in queue) set.Spawn(Do.Count); }")]
    [InlineData("if (r.IsFaulted) { if (Next()) set.Spawn(Do.Count); continue; } set.Spawn(Do.Count);")]
    [InlineData("switch (r.Value) { case 1: set.Spawn(Do.Count); break; case 2: set.Spawn(Do.Count); break; }")]
    [InlineData("switch (r.Value) { case 1: set.Spawn(Do.Count); break; default: break; }")]
    [InlineData("_ = r.IsSuccess && set.Spawn(Do.Count).IsFinished;")]
    [InlineData("_ = r.IsSuccess ? set.Spawn(Do.Count) : default;")]
    [InlineData("switch (r.Value) { case 1: set.Spawn(Do.Count); break; }")]
    [InlineData("_ = r.Value switch { 1 => set.Spawn(Do.Count), _ => default };")]
    [InlineData("foreach (int link in Enumerable.Range(0, r.Value)) set.Spawn(Do.Count);")]
    [InlineData("foreach (string url in queue) set.Spawn(Do.Count);")]
    [InlineData("foreach (string url in lazy) set.Spawn(Do.Count);")]
    [InlineData("foreach (string url in urls) { if (!seen.Add(url)) continue; set.Spawn(Do.Count); }")]
    [InlineData("foreach (string url in urls) { if (seen.Contains(url)) break; set.Spawn(Do.Count); }")]
    [InlineData("foreach (string url in urls) set.Spawn(Do.Count); urls.Clear();")]
    [InlineData("if (queue.TryDequeue(out var url)) set.Spawn(Do.Count);")]
    [InlineData("while (queue.TryDequeue(out var url)) set.Spawn(Do.Count);")]
    [InlineData("for (int i = 0; i < r.Value; i++) set.Spawn(Do.Count);")]
    [InlineData("for (int i = 0; i < urls.Count; i++) set.Spawn(Do.Count);")]
    [InlineData("set.SpawnEach(queue, (url, ct) => Do.Count(ct));")]
    [InlineData("set.SpawnEach(Enumerable.Range(0, r.Value), (url, ct) => Do.Count(ct));")]
    [InlineData("try { Console.WriteLine(r.Value); } catch (Exception) { set.Spawn(Do.Count); }")]
    [InlineData("Func<AbortHandle> later = () => set.Spawn(Do.Count);")]
    [InlineData("if (stop) continue; set.Spawn(ct => { stop = true; return Do.Count(ct); });")]
    [InlineData("other.Spawn(Do.Count);")]
    [InlineData("{ bool again = Next(); if (again) set.Spawn(Do.Count); }")]
    public async Task Stays_quiet_when_the_spawn_is_guarded_by(string statement) => await Snippet.OfMembers(
        "bool _more; bool More { get; set; } bool Next() => false;\nasync Task Run(List<string> urls, IEnumerable<string> lazy, bool flag) { await Task.Yield();\n"
        + "int budget = 9, turns = 0; bool stop = false; var queue = new Queue<string>(); var seen = new HashSet<string>(); var other = new JoinSet<int>(); var set = new JoinSet<int>(); set.Spawn(Do.Count);\n"
        + "while (await set.JoinNextAsync() is { } r) { " + statement + " } }").VerifyAsync("JOIN003");

    [Theory]
    [InlineData("while (await set.JoinNextAsync(token) is { } r) { set.Spawn(Do.Count); }")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token)) { set.Spawn(Do.Count); }")]
    [InlineData("await foreach (var r in set.JoinEachAsync().WithCancellation(token)) { set.Spawn(Do.Count); }")]
    [InlineData("while (!token.IsCancellationRequested && await set.JoinNextAsync() is { } r) { set.Spawn(Do.Count); }")]
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: true } r) { set.Spawn(Do.Count); }")]
    [InlineData("while (await set.JoinNextAsync() is { } r && r.IsSuccess) { set.Spawn(Do.Count); }")]
    [InlineData("while (set.TryJoinNext(out var r)) { set.Spawn(Do.Count); }")]
    [InlineData("while (true) { await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null || flag) break; set.Spawn(Do.Count); }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (set.IsEmpty) break; set.Spawn(Do.Count); }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is null) { set.Spawn(Do.Count); break; } }")]
    [InlineData("while (flag) { await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("for (int i = 0; i < 9; i++) { await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("foreach (string url in urls) { if (set.Count > 4) await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("while (await set.JoinNextAsync() is { } a) { if (await set.JoinNextAsync() is { } b) { } set.Spawn(Do.Count); }")]
    [InlineData("for (set.Spawn(Do.Count); await set.JoinNextAsync() is { };) { }")]
    [InlineData("Console.CancelKeyPress += (_, _) => set.Dispose(); await foreach (var r in set) set.Spawn(Do.Count);")]
    [InlineData("await foreach (var r in other) { set.Spawn(Do.Count); }")]
    [InlineData("await foreach (var r in set) { var set2 = new JoinSet<int>(); set2.Spawn(Do.Count); await set2.JoinAllAsync(); }")]
    public async Task Stays_quiet_when_the_loop_is(string loop) => await Statements("var other = new JoinSet<int>();\n" + loop).VerifyAsync("JOIN003");

    [Theory]
    [InlineData("private readonly JoinSet<int> _set = new(); async Task Run() { await foreach (var r in _set) {\nthis._set.Spawn(Do.Count); // JOIN003\n} }")]
    [InlineData("async Task Run(JoinSet<int> set) { while (await set.JoinNextAsync() is { } r)\nset.Spawn(Do.Count); // JOIN003\n}")]
    [InlineData("private readonly JoinSet<int> _set = new(); async Task Run() { await foreach (var r in _set) { _set.Spawn(Do.Count); } } void Stop() => _set.DetachAll();")]
    [InlineData("private readonly JoinSet<int> _set = new(); async Task Run() { await foreach (var r in _set) { _set.Spawn(Do.Count); } } public ValueTask DisposeAsync() => _set.DisposeAsync();")]
    [InlineData("private readonly JoinSet<int> _set = new(); async Task Run() { await foreach (var r in _set) { _set.Spawn(Do.Count); } } void Give(Action<object> to) => to(_set);")]
    [InlineData("public JoinSet<int> Set { get; } = new(); async Task Run() { await foreach (var r in Set) { Set.Spawn(Do.Count); } }")]
    [InlineData("async Task Run(Program other) { await foreach (var r in other._set) { other._set.Spawn(Do.Count); } } JoinSet<int> _set = new();")]
    public async Task Judges_a_set_that_is_a_member(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN003");

    [Fact]
    public async Task Stays_quiet_when_the_consumer_of_an_iterator_may_stop() => await Snippet.OfMembers(
        "async IAsyncEnumerable<int> Stream() { await using var set = new JoinSet<int>(); set.Spawn(Do.Count); await foreach (var r in set) { set.Spawn(Do.Count); yield return r.Value; } }").VerifyAsync("JOIN003");

    [Fact]
    public async Task Reports_although_another_function_has_a_set_of_that_name() => await Snippet.OfFile(
        "var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nawait foreach (var r in set)\nset.Spawn(Do.Count); // JOIN003\nclass Other { Task<int[]> Run(JoinSet<int> set) => set.JoinAllAsync(); }\n").VerifyAsync("JOIN003");

    [Fact]
    public async Task Reports_in_top_level_statements_and_lambdas() => await Snippet.OfFile(
        "await using var set = new JoinSet<int>();\nset.Spawn(Do.Count);\nFunc<Task> work = async () =>\n{\nawait foreach (var r in set)\nset.Spawn(Do.Count); // JOIN003\n};\nawait work();\n").VerifyAsync("JOIN003");

    [Fact]
    public async Task Message_names_the_set_and_the_line_of_the_loop()
    {
        Diagnostic report = await Statements("while (await set.JoinNextAsync() is { } r)\n{\n    set.Spawn(Do.Count);\n}").SingleReportAsync("JOIN003");

        Assert.Equal(
            "'set' is given a new task on every turn of the loop that joins it (line 10): the set does not become empty, and nothing but an exception ends the loop",
            report.GetMessage(null));
        Assert.Equal([9, 11], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task Message_tells_a_condition_that_never_changes()
    {
        Diagnostic report = await Statements("while (await set.JoinNextAsync() is { } r) if (flag) set.Spawn(Do.Count);").SingleReportAsync("JOIN003");

        Assert.Contains("(line 10), under a condition that no turn changes: the set", report.GetMessage(null), StringComparison.Ordinal);
    }

    private static Snippet Statements(string statements) => Snippet.OfStatements("var set = new JoinSet<int>();\nset.Spawn(Do.Count);\n" + statements);
}
