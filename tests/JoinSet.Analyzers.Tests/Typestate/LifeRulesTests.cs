using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>Which of the life-cycle rules speaks, and where.</summary>
public sealed class LifeRulesTests
{
    [Theory]
    [InlineData("set.AbortAll(); // JOIN002")]
    [InlineData("set.AbortAll(); // JOIN002\nif (flag) await set.ShutdownAsync();")]
    [InlineData("await set.JoinNextAsync();\nset.AbortAll(); // JOIN002")]
    [InlineData("set.AbortAll(); // JOIN002\nset.Dispose();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) {\nset.AbortAll(); // JOIN002\nbreak; } }")]
    [InlineData("try { Console.WriteLine(); } finally {\nset.AbortAll(); // JOIN002\n}")]
    public async Task Reports_aborts_that_nobody_reaps(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("set.AbortAll(); await set.ShutdownAsync();")]
    [InlineData("set.AbortAll(); while (await set.JoinNextAsync() is { } r) Console.WriteLine(r);")]
    [InlineData("set.AbortAll(); await set.DisposeAsync();")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) set.AbortAll(); }")]
    [InlineData("set.AbortAll(); set.DetachAll();")]
    public async Task Stays_quiet_when_aborts_are_reaped(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted)\nbreak; // JOIN005\n}")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { Console.WriteLine(r);\nreturn; // JOIN005\n} }")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (r.IsFaulted)\ngoto end; // JOIN005\n} end: Console.WriteLine();")]
    [InlineData("while (true) { var r = await set.JoinNextAsync(); if (r is null) break; if (r.Value.IsSuccess)\nbreak; // JOIN005\n}")]
    [InlineData("while (\nawait set.JoinNextAsync() is { IsSuccess: true } r // JOIN005\n) Console.WriteLine(r);")]
    [InlineData("await foreach (var r in set) { foreach (var url in urls) { if (url.Length == 3)\nreturn; // JOIN005\n} }")]
    [InlineData("await foreach (var r in set) { try { if (r.IsFaulted)\nreturn; // JOIN005\n} finally { Console.WriteLine(); } }")]
    public async Task Reports_loops_that_are_left_early(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { set.AbortAll(); break; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) { await set.ShutdownAsync(); return; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) break; } await set.ShutdownAsync();")]
    [InlineData("await foreach (var r in set) { if (set.IsEmpty) break; }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) continue; Console.WriteLine(r); }")]
    [InlineData("await foreach (var r in set) { foreach (var url in urls) { if (url.Length == 3) break; } }")]
    [InlineData("await foreach (var r in set) { if (r.IsFaulted) throw new Exception(); }")]
    [InlineData("await foreach (var r in set) r.Error?.Rethrow();")]
    public async Task Stays_quiet_when_a_loop_is_left_for_good_reason(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("set.Dispose();\nset.Spawn(Do.Count); // JOIN017")]
    [InlineData("await set.DisposeAsync();\nawait set.JoinNextAsync(); // JOIN017")]
    [InlineData("if (flag) set.Dispose();\nset.Add(Do.Count(token)); // JOIN017\nawait set.JoinAllAsync(); // JOIN017")]
    [InlineData("using (set) { }\nset.TryJoinNext(out var r); // JOIN017")]
    public async Task Reports_uses_after_dispose(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync();

    [Theory]
    [InlineData("set.Dispose(); set.AbortAll(); set.DetachAll(); Console.WriteLine(set.Count); await set.ShutdownAsync(); set.Dispose();")]
    [InlineData("if (flag) { set.Dispose(); return; } set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("set.Dispose(); set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("if (flag) set.Dispose(); if (!flag) { set.Spawn(Do.Count); await set.JoinAllAsync(); }")]
    public async Task Stays_quiet_when_uses_after_dispose_are_harmless(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync();
}
