using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN009_IgnoredJoinResult;

/// <summary>A join whose result nobody looks at loses the task's failure.</summary>
public sealed class IgnoredJoinResultAnalyzerTests
{
    [Theory]
    [InlineData("await set.JoinNextAsync(); // JOIN009")]
    [InlineData("while (await set.JoinNextAsync() is not null) { } // JOIN009")]
    [InlineData("while (await set.JoinNextAsync() != null) { } // JOIN009")]
    [InlineData("while ((await set.JoinNextAsync()).HasValue) { } // JOIN009")]
    [InlineData("while (await set.JoinNextAsync() is { } r) Console.WriteLine(); // JOIN009")]
    [InlineData("while (await set.JoinNextAsync().ConfigureAwait(false) is JoinResult<int> r) { } // JOIN009")]
    [InlineData("while (await set.JoinNextAsync() is { }) { } // JOIN009")]
    [InlineData("await foreach (var r in set) { } // JOIN009")]
    [InlineData("await foreach (var r in set.JoinEachAsync(token).ConfigureAwait(false)) Console.WriteLine(); // JOIN009")]
    [InlineData("await foreach (var (value, error) in set) { } // JOIN009")]
    [InlineData("var r = await set.JoinNextAsync(); // JOIN009")]
    [InlineData("while (true) {\nvar r = await set.JoinNextAsync(); // JOIN009\nif (r is null) break; }")]
    [InlineData("JoinResult<int>? r; while ((r = await set.JoinNextAsync()) is not null) { } // JOIN009")]
    [InlineData("while (!set.IsEmpty) await set.JoinNextAsync(); // JOIN009")]
    [InlineData("while (set.TryJoinNext(out var r)) { } // JOIN009")]
    [InlineData("if (await set.JoinNextAsync() is null) return; // JOIN009")]
    [InlineData("while (set.Count >= 8)\nawait set.JoinNextAsync(); // JOIN009")]
    [InlineData("await set.JoinNextAsync(); // JOIN009\nset.AbortAll(); await set.ShutdownAsync();")]
    [InlineData("set.JoinNextAsync().AsTask().Wait(); // JOIN009")]
    [InlineData("JoinResult<int>? next; while ((next = await set.JoinNextAsync()) is { } good) { } // JOIN009")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { } // JOIN009\nwhile (await set.JoinNextAsync() is { } r) Console.WriteLine(r);")]
    [InlineData("if (flag) {\nvar r = await set.JoinNextAsync(); // JOIN009\n} else { var r = await set.JoinNextAsync(); Console.WriteLine(r); }")]
    public async Task Reports_when_nobody_looks_at_the_result(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN009");

    [Theory]
    [InlineData("while (await set.JoinNextAsync() is { } r) r.ThrowIfFailed();")]
    [InlineData("await foreach (var r in set) Console.WriteLine(r.Value);")]
    [InlineData("await foreach (var r in set) { if (r.Error is { } error) Console.WriteLine(error.Exception); }")]
    [InlineData("await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("await foreach (var (value, error) in set) Console.WriteLine(error);")]
    [InlineData("await foreach (var (value, _) in set) { }")]
    [InlineData("await foreach (var _ in set) { }")]
    [InlineData("_ = await set.JoinNextAsync();")]
    [InlineData("while (await set.JoinNextAsync() is { } _) { }")]
    [InlineData("while (set.TryJoinNext(out _)) { }")]
    [InlineData("while (await set.JoinNextAsync() is { IsSuccess: true }) { }")]
    [InlineData("set.AbortAll(); while (await set.JoinNextAsync() is not null) { }")]
    [InlineData("set.AbortAll(); await foreach (var r in set) { }")]
    [InlineData("if (flag) set.AbortAll(); else return; while (!set.IsEmpty) await set.JoinNextAsync();")]
    [InlineData("JoinResult<int>? next; while ((next = await set.JoinNextAsync()) is { IsFaulted: false } good) Console.WriteLine(good.Value);")]
    [InlineData("JoinResult<int>? next; while ((next = await set.JoinNextAsync()) is { } good) Console.WriteLine(good.Value);")]
    [InlineData("JoinResult<int>? next; Console.WriteLine(next = await set.JoinNextAsync());")]
    [InlineData("JoinResult<int>? next; (next = await set.JoinNextAsync())?.ThrowIfFailed();")]
    [InlineData("(await set.JoinNextAsync())?.ThrowIfFailed();")]
    [InlineData("var r = await set.JoinNextAsync(); Console.WriteLine(r?.Value);")]
    [InlineData("var r = await set.JoinNextAsync(); Action later = () => Console.WriteLine(r); later();")]
    [InlineData("var results = new List<JoinResult<int>>(); await foreach (var r in set) results.Add(r);")]
    [InlineData("while (await set.JoinNextAsync() is { } r) { if (r is { IsFaulted: true }) return; }")]
    [InlineData("await set.JoinAllAsync();")]
    [InlineData("AbortHandle handle = set.Spawn(Do.Count); handle.Abort(); await set.JoinNextAsync();")]
    [InlineData("await set.JoinAllAsync(); await set.JoinNextAsync();")]
    [InlineData("Console.WriteLine(await set.JoinNextAsync());")]
    public async Task Stays_quiet_when_somebody_looks_or_says_why_not(string statements)
        => await Snippet.OfStatements("await using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN009");

    [Theory]
    [InlineData("async Task Run(JoinSet<int> set) {\nawait set.JoinNextAsync(); // JOIN009\n}")]
    [InlineData("readonly JoinSet _set = new(); async Task Run() {\nwhile (await _set.JoinNextAsync() is { } r) { } // JOIN009\n}")]
    [InlineData("JoinSet<int> Set { get; } = new(); async Task Run() {\nawait foreach (var r in this.Set) { } // JOIN009\n}")]
    [InlineData("async Task Run(JoinSet<int> set) => await set.JoinNextAsync(); // JOIN009")]
    [InlineData("void Run(JoinSet<int> set) { Func<Task> later = async () => {\nawait set.JoinNextAsync(); // JOIN009\n}; later(); }")]
    [InlineData("async Task Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); async Task Finish() {\nwhile (await set.JoinNextAsync() is not null) { } // JOIN009\n} await Finish(); }")]
    public async Task Reports_sets_that_somebody_else_made(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN009");

    [Theory]
    [InlineData("async Task Stop(JoinSet<int> set) { set.AbortAll(); while (await set.JoinNextAsync() is not null) { } }")]
    [InlineData("readonly JoinSet _set = new(); async Task Stop() { _set.AbortAll(); await Task.Yield(); while (await _set.JoinNextAsync() is not null) { } }")]
    [InlineData("ValueTask<JoinResult<int>?> Next(JoinSet<int> set) => set.JoinNextAsync();")]
    [InlineData("async Task<JoinResult<int>?> Next(JoinSet<int> set) => await set.JoinNextAsync();")]
    [InlineData("class Other { public Task JoinNextAsync() => Task.CompletedTask; } async Task Run(Other set) { await set.JoinNextAsync(); }")]
    public async Task Stays_quiet_about_other_peoples_sets_when(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN009");

    [Fact]
    public async Task Message_names_the_set()
    {
        var report = await Snippet.OfMembers("async Task Run(JoinSet jobs) { await jobs.JoinNextAsync(); }").SingleReportAsync("JOIN009");

        Assert.Equal("Nobody looks at the result of this join of 'jobs': if the task failed, its exception is lost", report.GetMessage(null));
    }
}
