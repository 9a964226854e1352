using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Typestate;

/// <summary>Loops that count: in doubt where the count ends them, and there alone.</summary>
public sealed class CountingTests
{
    [Theory]
    [InlineData("foreach (var url in urls) { if (set.Count >= 8) await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("foreach (var url in urls) { while (set.Count >= 8) await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("foreach (var url in urls) { while (set.TryJoinNext(out var r)) Console.WriteLine(r); set.Spawn(Do.Count); }")]
    [InlineData("int running = 0, most = urls.Count; foreach (var url in urls) { if (running >= most) { await set.JoinNextAsync(); running--; } set.Spawn(Do.Count); running++; }")]
    [InlineData("for (int i = 0; i < urls.Count; i++) { if (i >= 4) await set.JoinNextAsync(); set.Spawn(Do.Count); }")]
    [InlineData("var all = new Queue<string>(urls); while (all.TryDequeue(out var url)) { while (all.Count > 3) { if (set.Count == 4) await set.JoinNextAsync(); set.Spawn(Do.Count); } }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); for (int i = 0; i < urls.Count; i++) { if (await set.JoinNextAsync() is not { IsSuccess: true }) return; }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); for (int i = 0; i < urls.Count; i++) await set.JoinNextAsync(); set.Spawn(Do.Count);")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); int sum = 0; await foreach (var r in set) { sum += r.Value; if (sum > 99) break; }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); var good = new List<int>(); await foreach (var r in set) { good.Add(r.Value); if (good.Count >= 3) break; }")]
    public async Task Reports_tasks_that_no_count_explains(string statements)
        => await Snippet.OfStatements("using var set = new JoinSet<int>(); // JOIN001\n" + statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("int next = 0; for (; next < 4 && next < urls.Count; next++) set.Spawn(Do.Count); int done = 0; while (done < urls.Count) { await set.JoinNextAsync(); done++; if (next < urls.Count) { set.Spawn(Do.Count); next++; } }")]
    [InlineData("for (int i = 0; i < urls.Count; i++) { if (i >= 4) await set.JoinNextAsync(); set.Spawn(Do.Count); } for (int i = 0; i < Math.Min(4, urls.Count); i++) await set.JoinNextAsync();")]
    [InlineData("int next = 0, running = 0; while (next < urls.Count || running > 0) { if (next < urls.Count && running < 4) { set.Spawn(Do.Count); next++; running++; } else { await set.JoinNextAsync(); running--; } }")]
    [InlineData("var pending = new HashSet<TaskId>(); foreach (var url in urls) pending.Add(set.Spawn(Do.Count).Id); while (true) { if (pending.Count == 0) break; var r = (await set.JoinNextAsync())!.Value; pending.Remove(r.Id); }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); var all = new List<int>(); await foreach (var r in set) { all.Add(r.Value); if (all.Count == urls.Count) break; }")]
    [InlineData("for (int i = 0; i < urls.Count; i++) { set.Spawn(Do.Count); if (i % 8 == 7 || i == urls.Count - 1) await set.JoinAllAsync(); }")]
    [InlineData("for (int i = 0; i < urls.Count; i++) { set.Spawn(Do.Count); bool isLast = i == urls.Count - 1; if (set.Count == 8 || isLast) await set.JoinAllAsync(); }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); for (int i = 0; i < urls.Count && await set.JoinNextAsync() is { } r; i++) Console.WriteLine(r);")]
    [InlineData("int n = 0; foreach (var url in urls) { set.Spawn(Do.Count); if (++n == 8) { while (n > 0) { await set.JoinNextAsync(); n--; } } } for (; n > 0; n--) await set.JoinNextAsync();")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); int done = 0; while (true) { var r = (await set.JoinNextAsync())!.Value; if (r.IsSuccess && ++done == urls.Count) break; if (r.IsFaulted) set.Spawn(Do.Count); }")]
    [InlineData("Func<Task> run = async () => { foreach (var url in urls) set.Spawn(Do.Count); for (int i = 0; i < urls.Count; i++) await set.JoinNextAsync(); }; await run();")]
    public async Task Stays_quiet_where_a_count_may_explain_it(string statements)
        => await Snippet.OfStatements("using var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("Func<Task> run = async () => {", "}; await run();")]
    [InlineData("await Run(); async Task Run() {", "}")]
    public async Task Counts_in_functions_within_functions_too(string before, string after)
        => await Snippet.OfStatements(before + " using var set = new JoinSet<int>(); foreach (var url in urls) set.Spawn(Do.Count); foreach (var url in urls) await set.JoinNextAsync(); " + after).VerifyAsync("JOIN001");

    [Fact]
    public async Task Aborted_tasks_are_told_where_the_loop_is_left_for_another_reason_than_its_count()
        => await Snippet.OfStatements("using var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\nfor (int i = 0; i < urls.Count; i++) { if (await set.JoinNextAsync() is { IsFaulted: true }) {\nset.AbortAll(); // JOIN002\nreturn; } }")
            .VerifyAsync("JOIN001", "JOIN002");
}
