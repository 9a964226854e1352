using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN017_UseAfterDispose;

/// <summary>A set that was disposed takes no tasks and gives no results.</summary>
public sealed class UseAfterDisposeAnalyzerTests
{
    [Theory]
    [InlineData("set.Dispose();\nset.Spawn(Do.Count); // JOIN017")]
    [InlineData("await set.DisposeAsync();\nawait set.JoinNextAsync(); // JOIN017")]
    [InlineData("if (flag) set.Dispose();\nset.Add(Do.Count(token)); // JOIN017\nawait set.JoinAllAsync(); // JOIN017")]
    [InlineData("using (set) { }\nset.TryJoinNext(out var r); // JOIN017")]
    [InlineData("await using (set) { }\nawait foreach (var r in set) Console.WriteLine(r.Value); // JOIN017")]
    [InlineData("foreach (var url in urls) {\nset.Spawn(Do.Count); // JOIN017\nset.Dispose(); }")]
    [InlineData("try { Console.WriteLine(); } finally { set.Dispose(); }\nset.SpawnEach(urls, (url, ct) => Do.Count(ct)); // JOIN017")]
    [InlineData("Stop(set);\nset.Spawn(Do.Count); // JOIN017\nstatic void Stop(JoinSet<int> it) => it.Dispose();")]
    public async Task Reports_when_the_set_was_disposed_on_some_path(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN017");

    [Theory]
    [InlineData("set.Dispose(); set.AbortAll(); set.DetachAll(); Console.WriteLine(set.Count); await set.ShutdownAsync(); set.Dispose();")]
    [InlineData("if (flag) { set.Dispose(); return; } set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("set.Dispose(); set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("if (flag) set.Dispose(); if (!flag) { set.Spawn(Do.Count); await set.JoinAllAsync(); }")]
    [InlineData("set.Dispose(); Console.WriteLine(set);")]
    [InlineData("foreach (var url in urls) { using var inner = new JoinSet<int>(); inner.Spawn(Do.Count); await inner.JoinAllAsync(); }")]
    [InlineData("if (flag) { set.Dispose(); throw new Exception(); } set.Spawn(Do.Count); await set.JoinAllAsync();")]
    public async Task Stays_quiet_when_the_use_is_harmless_or_on_another_path(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN017");

    [Theory]
    [InlineData("Task<int[]> Run() { using var set = new JoinSet<int>(); set.Spawn(Do.Count);\nreturn set.JoinAllAsync(); // JOIN017\n}")]
    [InlineData("Task<int[]> Run() { using var set = new JoinSet<int>(); set.Spawn(Do.Count); var all = set.JoinAllAsync();\nreturn all; // JOIN017\n}")]
    [InlineData("ValueTask<JoinResult<int>?> Run() { using (var set = new JoinSet<int>()) { set.Spawn(Do.Count);\nreturn set.JoinNextAsync(); // JOIN017\n} }")]
    [InlineData("readonly JoinSet<int> _set = new(); void Stop() { _set.Dispose();\n_set.Spawn(Do.Count); // JOIN017\n}")]
    [InlineData("void Stop(JoinSet<int> set) { set.Dispose();\nset.Spawn(Do.Count); // JOIN017\n}")]
    [InlineData("void Stop(JoinSet<int>? set) { set?.Dispose();\nset?.Spawn(Do.Count); // JOIN017\n}")]
    [InlineData("readonly JoinSet<int> _set = new(); async Task Stop() { await _set.DisposeAsync();\n_set.Spawn(Do.Count); // JOIN017\n}")]
    public async Task Reports_members(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN017");

    [Theory]
    [InlineData("Task<int[]> Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); return set.JoinAllAsync(); }")]
    [InlineData("async Task<int[]> Run() { using var set = new JoinSet<int>(); set.Spawn(Do.Count); return await set.JoinAllAsync(); }")]
    [InlineData("JoinSet<int> _set = new(); void Restart() { _set.Dispose(); _set = new(); _set.Spawn(Do.Count); }")]
    [InlineData("JoinSet<int> _set = new(); void Restart() { _set.Dispose(); Init(); _set.Spawn(Do.Count); } void Init() => _set = new();")]
    [InlineData("JoinSet<int> _set = new(); async Task Restart() { await _set.DisposeAsync(); await Task.Yield(); _set.Spawn(Do.Count); }")]
    [InlineData("JoinSet<int> _set = new(); void Swap(Program other) { other._set.Dispose(); _set.Spawn(Do.Count); }")]
    [InlineData("JoinSet<int>? _set; void Restart() { _set?.Dispose(); _set = null; Console.WriteLine(); (_set = new()).Spawn(Do.Count); }")]
    [InlineData("JoinSet<int>? _set; public void Dispose() { _set?.Dispose(); _set?.AbortAll(); }")]
    [InlineData("void Stop(JoinSet<int> set) { set.Dispose(); set = new(); set.Spawn(Do.Count); }")]
    public async Task Stays_quiet_about_members(string members) => await Snippet.OfMembers(members).VerifyAsync("JOIN017");

    [Fact]
    public async Task Message_says_what_happens()
    {
        var use = await Snippet.OfMembers("void Stop(JoinSet<int> jobs) { jobs.Dispose(); jobs.Spawn(Do.Count); }").SingleReportAsync("JOIN017");
        var join = await Snippet.OfMembers("Task<int[]> Run() { using var jobs = new JoinSet<int>(); jobs.Spawn(Do.Count); return jobs.JoinAllAsync(); }").SingleReportAsync("JOIN017");

        Assert.Equal("'jobs' is used here after it was disposed on a path to this place: it throws ObjectDisposedException", use.GetMessage(null));
        Assert.Equal("The join of 'jobs' is returned before it was awaited, and the set is disposed on the way out: its caller waits for a disposed set", join.GetMessage(null));
    }
}
