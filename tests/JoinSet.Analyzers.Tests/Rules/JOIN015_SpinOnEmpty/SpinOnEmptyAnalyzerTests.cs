using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN015_SpinOnEmpty;

/// <summary>A loop that comes back to an empty set without awaiting anything else.</summary>
public sealed class SpinOnEmptyAnalyzerTests
{
    [Theory]
    [InlineData("while (true) {\nvar r = await set.JoinNextAsync(); // JOIN015\nif (r is null) continue; Console.WriteLine(r.Value.Value); }")]
    [InlineData("while (true) {\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); } // JOIN015\n}")]
    [InlineData("while (true)\nawait set.JoinNextAsync(); // JOIN015")]
    [InlineData("while (!token.IsCancellationRequested) {\nif (await set.JoinNextAsync(token) is not { } r) { continue; } // JOIN015\nConsole.WriteLine(r.Value); }")]
    [InlineData("for (;;) {\nvar r = await set.JoinNextAsync(); // JOIN015\nif (r is { IsSuccess: true } ok) Console.WriteLine(ok.Value); }")]
    [InlineData("bool stop = false; while (!stop) {\nvar r = await set.JoinNextAsync(); // JOIN015\nif (r is { IsFaulted: true }) stop = true; }")]
    [InlineData("do {\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); } // JOIN015\nelse { Console.WriteLine(\"empty\"); } } while (!token.IsCancellationRequested);")]
    [InlineData("while (true) {\nawait foreach (var r in set) Console.WriteLine(r.Value); // JOIN015\n}")]
    [InlineData("again:\nawait set.JoinNextAsync(); // JOIN015\ngoto again;")]
    [InlineData("while (true) {\nvar r = await set.JoinNextAsync(); // JOIN015\nif (r is null) continue; if (r.Value.IsFaulted) set.Spawn(Do.Count); }")]
    [InlineData("while (true) { token.ThrowIfCancellationRequested();\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); } // JOIN015\n}")]
    public async Task Reports_when_the_loop_goes_on_with_nothing_to_wait_for(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN015");

    [Theory]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; Console.WriteLine(r.Value.Value); }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); else return; }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); else await Task.Delay(10, token); }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); set.Spawn(Do.Count); }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); else throw new Exception(); }")]
    [InlineData("while (true) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); else Thread.Sleep(10); }")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); Console.WriteLine(r!.Value.Value); }")]
    [InlineData("bool done = false; while (!done) { if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); else done = true; }")]
    [InlineData("for (int i = 0; i < urls.Count; i++) await set.JoinNextAsync();")]
    [InlineData("foreach (var url in urls) await set.JoinNextAsync();")]
    [InlineData("int left = urls.Count; while (left > 0) { await set.JoinNextAsync(); left--; }")]
    [InlineData("while (!set.IsEmpty) await set.JoinNextAsync();")]
    [InlineData("while (set.Count > 0) await set.JoinNextAsync();")]
    [InlineData("while (set.Count >= 8) await set.JoinNextAsync();")]
    [InlineData("int most = 8; while (set.Count > most) await set.JoinNextAsync();")]
    [InlineData("do { await set.JoinNextAsync(); } while (set.Count > 3);")]
    [InlineData("while (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value);")]
    [InlineData("await foreach (var r in set) Console.WriteLine(r.Value); await foreach (var r in set) Console.WriteLine(r.Value);")]
    [InlineData("foreach (var url in urls) { set.Spawn(Do.Count); await foreach (var r in set) Console.WriteLine(r.Value); }")]
    [InlineData("while (true) { if (flag) set.Spawn(Do.Count); else return; await foreach (var r in set) Console.WriteLine(r.Value); }")]
    [InlineData("int next = 0; while (next < urls.Count || !set.IsEmpty) { while (set.Count < 4 && next < urls.Count) { var url = urls[next++]; set.Spawn(Do.Count, url); } if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); }")]
    [InlineData("while (!token.IsCancellationRequested) { if (DateTime.Now.Second == 1) set.Spawn(Do.Count); if (await set.JoinNextAsync() is { } r) Console.WriteLine(r.Value); }")]
    [InlineData("while (await set.JoinNextAsync() is JoinResult<int> and { IsCanceled: false } r) Console.WriteLine(r.Value);")]
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: true } or { IsCanceled: true }) Console.WriteLine();")]
    [InlineData("while (await set.JoinNextAsync() is not (null or { IsFaulted: true })) Console.WriteLine();")]
    [InlineData("while (true) { set.TryJoinNext(out var r); await Task.Yield(); }")]
    public async Task Stays_quiet_when_the_loop_ends_or_waits(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN015");

    [Theory]
    [InlineData("async Task Pump(JoinSet<int> set, CancellationToken token) { while (!token.IsCancellationRequested) {\nvar r = await set.JoinNextAsync(token); // JOIN015\nif (r is { IsSuccess: true } ok) Console.WriteLine(ok.Value); } }")]
    [InlineData("readonly JoinSet _set = new(); async Task Pump() { while (true) {\nif (await _set.JoinNextAsync() is { } r) r.ThrowIfFailed(); // JOIN015\n} }")]
    [InlineData("readonly JoinSet _set = new(); bool _stop; async Task Pump() { while (!_stop) {\nif (await _set.JoinNextAsync() is { } r) r.ThrowIfFailed(); // JOIN015\n} }")]
    public async Task Reports_pumps_over_other_peoples_sets(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN015");

    [Theory]
    [InlineData("readonly JoinSet _set = new(); async Task Pump() { while (true) { if (await _set.JoinNextAsync() is { } r) r.ThrowIfFailed(); else Wait(); } } void Wait() { }")]
    [InlineData("readonly JoinSet _set = new(); readonly SemaphoreSlim _more = new(0); async Task Pump() { while (true) { if (await _set.JoinNextAsync() is { } r) r.ThrowIfFailed(); else await _more.WaitAsync(); } }")]
    [InlineData("async IAsyncEnumerable<int> Pump(JoinSet<int> set) { while (true) { if (await set.JoinNextAsync() is { } r) yield return r.Value; else yield return 0; } }")]
    public async Task Stays_quiet_about_pumps_that_wait(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN015");
}
