using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>The ways in which a control flow graph misleads. One test a trap; the first, that all rules share one graph and one solve, is <see cref="SharingTests"/>.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("await using var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);")]
    [InlineData("var set = new JoinSet<int>(); await using (set.ConfigureAwait(false)) { set.Spawn(Do.Count); await set.JoinAllAsync(); }")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nawait using (set.ConfigureAwait(false)) { set.Spawn(Do.Count); }")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nawait using var scope = set.ConfigureAwait(false); set.Spawn(Do.Count);")]
    public async Task Trap02_Await_using_tests_for_null_and_disposes_in_a_finally_also_through_ConfigureAwait(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); await foreach (var r in set.JoinEachAsync().WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(r.Value);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count); await foreach (var r in set) { if (r.IsFaulted) break; }")]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); await foreach (var r in set) Console.WriteLine(r.Value); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    public async Task Trap03_Await_foreach_drains_by_its_natural_end_only_its_finally_disposes_the_enumerator_not_the_set(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); while (true) { if (await set.JoinNextAsync() is null) break; }")]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); for (;;) { if (await set.JoinNextAsync() is null) return; }")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); do { if (await set.JoinNextAsync() is null) return; } while (true);")]
    [InlineData("const bool always = true; var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); while (always) { if (await set.JoinNextAsync() is null) return; }")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); while (true) { if (flag) break; await Task.Yield(); }")]
    public async Task Trap04_While_true_has_a_false_edge_that_nobody_takes_and_for_has_none(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); try { Console.WriteLine(); await set.JoinAllAsync(); } catch (InvalidOperationException) { }")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); try { Console.WriteLine(); } catch (Exception e) when (e.Message == \"\") { } finally { await set.ShutdownAsync(); }")]
    [InlineData("var set = new JoinSet<int>(); try { set.Spawn(Do.Count); Console.WriteLine(); } catch { await set.ShutdownAsync(); throw; } await set.JoinAllAsync();")]
    [InlineData("try { Console.WriteLine(); } catch (Exception) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); }")]
    public async Task Trap05_Handlers_filters_and_finally_blocks_have_no_incoming_branch_and_are_reached_all_the_same(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); try { if (flag) return; set.Spawn(Do.Count); } finally { Console.WriteLine(); } await set.JoinAllAsync();")]
    [InlineData("foreach (var url in urls) { var set = new JoinSet<int>(); try { if (flag) continue; if (url == \"\") break; set.Spawn(Do.Count); } finally { Console.WriteLine(); } await set.JoinAllAsync(); }")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\ntry { set.Spawn(Do.Count); if (flag) return; } finally { Console.WriteLine(); } await set.JoinAllAsync();")]
    [InlineData("var set = new JoinSet<int>(); try { try { set.Spawn(Do.Count); if (flag) return; } finally { Console.WriteLine(); } } finally { await set.ShutdownAsync(); }")]
    public async Task Trap06_Each_way_through_a_finally_block_is_followed_apart(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("{ await using var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinNextAsync(); } Console.WriteLine();")]
    [InlineData("foreach (var url in urls) { await using var set = new JoinSet<int>(); foreach (var other in urls) set.Spawn(Do.Count); if (flag) { await set.ShutdownAsync(); continue; } await set.JoinAllAsync(); }")]
    [InlineData("foreach (var url in urls) {\nawait using var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); if (flag) continue; await set.JoinAllAsync(); }")]
    public async Task Trap07_The_local_lives_until_the_finally_block_of_its_using_has_run(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); Environment.Exit(1);")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); if (flag) Environment.FailFast(\"\"); await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>(); set.Spawn(Do.Count); if (flag) Fail(); await set.JoinAllAsync(); [System.Diagnostics.CodeAnalysis.DoesNotReturn] static void Fail() => throw new Exception();")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); int n = urls.Count switch { 0 => 1, 1 => 2, < 0 => 3, > 1 => 4 }; await set.JoinAllAsync(); Console.WriteLine(n);")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); switch (urls.Count) { case 0: await set.JoinAllAsync(); break; case var _: await set.ShutdownAsync(); break; }")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); int[] all = urls.Count switch { 0 => await set.JoinAllAsync(), _ => await set.JoinAllAsync(token) }; Console.WriteLine(all.Length);")]
    public async Task Trap08_Calls_that_never_return_end_the_path_the_compilers_no_match_throw_and_the_discard_false_edge_are_no_paths(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = flag ? new JoinSet<int>() : new JoinSet<int>(new JoinSetOptions()); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("JoinSet<int>? set = null; set ??= new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("JoinSet<int>? set = flag ? new JoinSet<int>() : null; set?.Spawn(Do.Count); if (set is not null) await set.JoinAllAsync();")]
    [InlineData("JoinSet<int>? set = flag ? new JoinSet<int>() : null; set?.Spawn(Do.Count); await (set?.JoinAllAsync() ?? Task.FromResult(Array.Empty<int>()));")]
    [InlineData("JoinSet<int>? set = flag ? new JoinSet<int>() : null; // JOIN001\nset?.Spawn(Do.Count);")]
    [InlineData("var set = urls.Count switch { 0 => new JoinSet<int>(), _ => new JoinSet<int>() }; // JOIN001\nset.Spawn(Do.Count);")]
    [InlineData("var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = flag ? 1 : 2 }); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    public async Task Trap09_What_is_lowered_into_captures_stays_the_same_value(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value);")]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is JoinResult<int> r) Console.WriteLine(r.Value);")]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); while (!(await set.JoinNextAsync() is null)) Console.WriteLine();")]
    [InlineData("var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is var x && x is not null) Console.WriteLine();")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { IsSuccess: true } r) Console.WriteLine(r.Value);")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { IsSuccess: true } or { IsCanceled: true }) Console.WriteLine();")]
    public async Task Trap10_A_pattern_that_asks_for_more_than_null_proves_nothing_by_failing(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var (set, other) = (new JoinSet<int>(), 1); set.Spawn(Do.Count); Console.WriteLine(other);")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); var (a, b) = (set, 1); await a.JoinAllAsync(); Console.WriteLine(b);")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); JoinSet<int>[] all = [set];")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); List<JoinSet<int>> all = [set, .. new List<JoinSet<int>>()];")]
    public async Task Trap11_Deconstruction_ref_locals_and_collection_expressions_let_the_set_go(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("Func<Task> later = async () => {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); }; await later();")]
    [InlineData("Func<Task> later = async () => { Func<Task> inner = async () => {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); }; await inner(); }; await later();")]
    [InlineData("async Task Later() { async Task Inner() {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); await Task.Yield(); } await Inner(); } await Later();")]
    [InlineData("async Task Later() { var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync(); } await Later();")]
    public async Task Trap12_Lambdas_and_local_functions_are_bodies_of_their_own(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("async IAsyncEnumerable<int> Run(List<string> urls) {\nvar set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) yield return r.Value; }")]
    [InlineData("async IAsyncEnumerable<int> Run(List<string> urls) { await using var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) yield return r.Value; }")]
    [InlineData("async IAsyncEnumerable<int> Run(List<string> urls) { var set = new JoinSet<int>(); try { foreach (var url in urls) set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) yield return r.Value; } finally { await set.DisposeAsync(); } }")]
    [InlineData("async IAsyncEnumerable<int> Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); foreach (int value in await set.JoinAllAsync()) yield return value; }")]
    [InlineData("async IAsyncEnumerable<int> Run(bool flag) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); if (flag) yield break; await set.JoinAllAsync(); }")]
    [InlineData("IEnumerable<int> Run() {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); yield return 1; set.DetachAll(); }")]
    public async Task Trap13_An_iterator_may_be_left_for_good_at_each_yield_return(string members)
        => await Snippet.OfMembers(members).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("readonly Lock _gate = new(); async Task Run() { await Task.Yield();\nvar set = new JoinSet<int>(); // JOIN001\nlock (_gate) { set.Spawn(Do.Count); } }")]
    [InlineData("readonly Lock _gate = new(); async Task Run() { var set = new JoinSet<int>(); lock (_gate) { set.Spawn(Do.Count); } await set.JoinAllAsync(); }")]
    [InlineData("void Run() { var set = new JoinSet<int>(); ref JoinSet<int> same = ref set; set.Spawn(Do.Count); lock (_gate) { } } readonly object _gate = new();")]
    [InlineData("readonly object _gate = new(); async Task Run() { var set = new JoinSet<int>(); lock (_gate) { set.Spawn(Do.Count); } await set.JoinAllAsync(); }")]
    public async Task Trap14_A_lock_on_a_Lock_is_an_invalid_operation_in_the_graph_and_its_body_is_read_all_the_same(string members)
        => await Snippet.OfMembers(members).VerifyAsync("JOIN001");
}
