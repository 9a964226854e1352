using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>What counts as a drain, and what does not.</summary>
public sealed class DrainTests
{
    [Theory]
    [InlineData("while (await set.JoinNextAsync() is { } r) Console.WriteLine(r);")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (!r.IsSuccess) continue; Console.WriteLine(r.Value); }")]
    [InlineData("while (await set.JoinNextAsync().ConfigureAwait(false) is JoinResult<int> r) Console.WriteLine(r);")]
    [InlineData("while (await set.JoinNextAsync(token) is not null) { }")]
    [InlineData("while ((await set.JoinNextAsync()).HasValue) { }")]
    [InlineData("while (await set.JoinNextAsync() != null) { }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; Console.WriteLine(r); }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (!r.HasValue) return; Console.WriteLine(r); }")]
    [InlineData("for (;;) { if (await set.JoinNextAsync() is not { } r) break; Console.WriteLine(r); }")]
    [InlineData("for (var r = await set.JoinNextAsync(); r != null; r = await set.JoinNextAsync()) Console.WriteLine(r);")]
    [InlineData("JoinResult<int>? r; do { r = await set.JoinNextAsync(); } while (r is not null);")]
    [InlineData("JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is not null) Console.WriteLine(r);")]
    [InlineData("again: if (await set.JoinNextAsync() is { } r) { Console.WriteLine(r); goto again; }")]
    [InlineData("await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token)) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set.JoinEachAsync().ConfigureAwait(false)) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set.JoinEachAsync().WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(r);")]
    [InlineData("await foreach (var (value, error) in set) Console.WriteLine(error);")]
    [InlineData("var each = set.GetAsyncEnumerator(); while (await each.MoveNextAsync()) Console.WriteLine(each.Current); await each.DisposeAsync();")]
    [InlineData("await set.JoinAllAsync();")]
    [InlineData("var all = await set.JoinAllAsync(token).ConfigureAwait(false); Console.WriteLine(all.Length);")]
    [InlineData("var all = set.JoinAllAsync(); await Task.Yield(); await all;")]
    [InlineData("await set.ShutdownAsync();")]
    [InlineData("set.AbortAll(); await set.ShutdownAsync();")]
    [InlineData("set.DetachAll();")]
    [InlineData("while (!set.IsEmpty) await set.JoinNextAsync();")]
    [InlineData("while (set.Count > 0) await set.JoinNextAsync();")]
    [InlineData("while (set.Count != 0) { await set.JoinNextAsync(); }")]
    [InlineData("do { await set.JoinNextAsync(); } while (!set.IsEmpty);")]
    [InlineData("set.JoinAllAsync().GetAwaiter().GetResult();")]
    [InlineData("set.JoinAllAsync().Wait();")]
    [InlineData("Console.WriteLine(set.JoinAllAsync().Result);")]
    [InlineData("await Task.WhenAll(set.JoinAllAsync(), Task.Delay(1));")]
    [InlineData("try { Console.WriteLine(); } finally { await set.ShutdownAsync(); }")]
    [InlineData("try { await set.JoinAllAsync(); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("await Drain(); async Task Drain() { while (await set.JoinNextAsync() is { } r) Console.WriteLine(r); }")]
    [InlineData("await Drain(set); static async Task Drain(JoinSet<int> it) { await it.JoinAllAsync(); }")]
    public async Task Stays_quiet_when_drained_by(string drain)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + drain).VerifyAsync();

    [Theory]
    [InlineData("await set.JoinNextAsync();")]
    [InlineData("var r = await set.JoinNextAsync(); Console.WriteLine(r);")]
    [InlineData("if (await set.JoinNextAsync() is { } r) Console.WriteLine(r);")]
    [InlineData("while (set.TryJoinNext(out var r)) Console.WriteLine(r);")]
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: true } r) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) return; }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (r.IsSuccess) break; }")]
    [InlineData("if (flag) await set.JoinAllAsync();")]
    [InlineData("if (flag) return; await set.JoinAllAsync();")]
    [InlineData("if (urls.Count > 3) { await set.ShutdownAsync(); } else { Console.WriteLine(); }")]
    [InlineData("var all = set.JoinAllAsync(); Console.WriteLine();")]
    [InlineData("try { Console.WriteLine(); await set.JoinAllAsync(); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("if (flag) throw new Exception(); await set.JoinAllAsync();")]
    [InlineData("switch (urls.Count) { case 1: await set.JoinAllAsync(); break; case 2: break; default: set.DetachAll(); break; }")]
    [InlineData("await set.JoinAllAsync(); set.Spawn(Do.Count);")]
    [InlineData("await foreach (var r in set) { } set.Spawn(Do.Count);")]
    [InlineData("while (set.Count > 3) await set.JoinNextAsync();")]
    [InlineData("set = new JoinSet<int>();")]
    [InlineData("set = null!;")]
    [InlineData("await Fill(set); static async Task Fill(JoinSet<int> it) { it.Spawn(Do.Count); await Task.Yield(); }")]
    public async Task Reports_when_not_drained_by(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("set.Spawn(Do.Count); await set.JoinNextAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); await set.JoinNextAsync(); var r = await set.JoinNextAsync(); Console.WriteLine(r);")]
    [InlineData("if (flag) set.Spawn(Do.Count); await Task.Yield(); if (flag) await set.JoinAllAsync();")]
    [InlineData("if (!flag) return; set.Spawn(Do.Count); if (flag) await set.JoinAllAsync();")]
    [InlineData("for (int i = 0; i < 3; i++) set.Spawn(Do.Count); for (int i = 0; i < 3; i++) await set.JoinNextAsync();")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); foreach (var url in urls) await set.JoinNextAsync();")]
    [InlineData("set.Spawn(Do.Count); while (!set.TryJoinNext(out var r)) await Task.Yield();")]
    [InlineData("foreach (var url in urls) { set.Spawn(Do.Count); await set.JoinAllAsync(); }")]
    [InlineData("foreach (var url in urls) { set.Spawn(Do.Count); if (set.Count >= 8) await set.JoinNextAsync(); } await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); if (set.IsEmpty) return; await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); Environment.Exit(1);")]
    [InlineData("set.Spawn(Do.Count); while (true) await Task.Yield();")]
    [InlineData("set.Spawn(async ct => { set.Spawn(Do.Count); await Task.Yield(); return 1; }); await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("Keep(set); set.Spawn(Do.Count); static void Keep(object o) => Console.WriteLine(o.GetHashCode());")]
    [InlineData("var copy = set; set.Spawn(Do.Count); await copy.JoinAllAsync();")]
    [InlineData("Action fill = () => set.Spawn(Do.Count); fill(); set.Spawn(Do.Count);")]
    [InlineData("set.Spawn(Do.Count); var pair = (set, 1); Console.WriteLine(pair);")]
    [InlineData("set.Spawn(Do.Count); var list = new List<JoinSet<int>> { set }; Console.WriteLine(list.Count);")]
    [InlineData("try { set.Spawn(Do.Count); await set.JoinAllAsync(); } catch { }")]
    [InlineData("try { foreach (var url in urls) set.Spawn(Do.Count); } finally { set.DetachAll(); }")]
    [InlineData("")]
    public async Task Stays_quiet_when(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("await using var set = new JoinSet<int>();", "if (await set.JoinNextAsync() is { } first) Console.WriteLine(first);")]
    [InlineData("await using var set = new JoinSet<int>();", "set.TryJoinNext(out _);")]
    [InlineData("await using var set = new JoinSet<int>();", "await Task.Delay(1); await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>();", "if (flag) throw new Exception(); await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>();", "set.AbortAll();")]
    [InlineData("using var set = new JoinSet<int>();", "if (flag) throw new Exception(); await set.JoinAllAsync();")]
    [InlineData("using var set = new JoinSet<int>();", "await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("using var set = new JoinSet<int>();", "try { await set.JoinAllAsync(); } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("var set = new JoinSet<int>(); await using var cleanup = set.ConfigureAwait(false);", "await foreach (var r in set) Console.WriteLine(r);")]
    public async Task Stays_quiet_under_a_using_when(string declaration, string statements)
        => await Snippet.OfStatements(declaration + "\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("if (flag) return; await set.JoinAllAsync();")]
    [InlineData("await foreach (var r in set) Console.WriteLine(r); set.Spawn(Do.Count);")]
    [InlineData("var task = set.JoinAllAsync(); Console.WriteLine();")]
    public async Task Reports_under_await_using_when(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>(); // JOIN001\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();
}
