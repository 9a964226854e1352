using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>When the rule keeps quiet: the set is drained, or it may have left our sight; and the cases beside those, where it speaks.</summary>
public sealed class UndrainedSetSilenceTests
{
    [Theory]
    [InlineData("await set.JoinNextAsync();")]
    [InlineData("while (await set.JoinNextAsync() is { } result) Console.WriteLine(result.Value);")]
    [InlineData("while (await set.JoinNextAsync(token).ConfigureAwait(false) is { } result) Console.WriteLine(result.Value);")]
    [InlineData("await foreach (var result in set) Console.WriteLine(result.Value);")]
    [InlineData("await foreach (var (value, error) in set) Console.WriteLine(value);")]
    [InlineData("await foreach (var result in set.JoinEachAsync(token)) Console.WriteLine(result.Value);")]
    [InlineData("await foreach (var result in set.JoinEachAsync().WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(result.Value);")]
    [InlineData("int[] values = await set.JoinAllAsync(token);")]
    [InlineData("set.JoinAllAsync().GetAwaiter().GetResult();")]
    [InlineData("Task<int[]> all = set.JoinAllAsync(); await all;")]
    [InlineData("await (set?.JoinAllAsync() ?? Task.FromResult(new int[0]));")]
    [InlineData("await set.ShutdownAsync();")]
    [InlineData("set.DetachAll();")]
    [InlineData("set?.DetachAll();")]
    [InlineData("set.AbortAll();")]
    public async Task Stays_quiet_when_something_may_take_the_tasks_out(string statement)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\nset.Spawn(Do.Count);\n" + statement).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("Use(new[] { set });")]
    [InlineData("await Task.WhenAll(Task.FromResult(set));")]
    [InlineData("var pair = (set, 1);")]
    [InlineData("var list = new List<JoinSet<int>> { set };")]
    [InlineData("var holder = new { set };")]
    [InlineData("s_field = set;")]
    [InlineData("Change(ref set);")]
    [InlineData("if (set is { } other) await other.JoinAllAsync();")]
    [InlineData("Console.WriteLine(set);")]
    [InlineData("lock (set) { }")]
    [InlineData("set.GetHashCode();")]
    [InlineData("set.Drain();")]
    [InlineData("Func<Task> drain = () => set.JoinAllAsync();")]
    [InlineData("Action more = () => set.Spawn(Do.Count);")]
    [InlineData("Func<CancellationToken, ValueTask<JoinResult<int>?>> join = set.JoinNextAsync;")]
    [InlineData("urls.ForEach(url => set.Spawn(Do.Count));")]
    [InlineData("Parallel.ForEach(urls, url => set.Spawn(Do.Count));")]
    [InlineData("async Task Finish() { await set.JoinAllAsync(); } await Finish();")]
    [InlineData("var outer = new JoinSet<int>(); outer.Spawn(async ct => { set.Spawn(Do.Count); await Task.Yield(); return 1; }); await outer.JoinAllAsync();")]
    [InlineData("set.Spawn(async ct => { await set.JoinAllAsync(); return 1; });")]
    [InlineData("set.Spawn(async ct => { Use(set); await Task.Yield(); return 1; });")]
    [InlineData("dynamic rest = set; await rest.JoinAllAsync();")]
    [InlineData("var query = from url in urls select set.Spawn(Do.Count);")]
    public async Task Stays_quiet_when_the_set_may_be_known_elsewhere(string statements)
        => await InClass(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("await using var each = set.GetAsyncEnumerator(token);")]
    [InlineData("if (set.TryJoinNext(out var result)) Console.WriteLine(result.Value);")]
    [InlineData("if (flag) await set.JoinAllAsync();")]
    [InlineData("Use(set);")]
    [InlineData("var other = set;")]
    [InlineData("JoinSet<int> other; other = set;")]
    [InlineData("object other = set;")]
    [InlineData("IAsyncDisposable other = set;")]
    [InlineData("set = new JoinSet<int>();")]
    [InlineData("set ??= new JoinSet<int>();")]
    [InlineData("var other = flag ? set : null;")]
    [InlineData("if (set is { Count: > 0 }) Console.WriteLine();")]
    [InlineData("if (set != null) Console.WriteLine();")]
    [InlineData("Console.WriteLine($\"{set}\");")]
    [InlineData("var wrapped = set.ConfigureAwait(false);")]
    [InlineData("void More() => set.Spawn(Do.Count); More();")]
    public async Task Reports_when_what_is_done_with_the_set_is_in_sight_and_drains_nothing(string statements)
        => await InClass(statements, " // JOIN001").VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var set = flag ? new JoinSet<int>() : Make(); // JOIN001\nset.Spawn(Do.Count);")]
    [InlineData("var set = Make(); // JOIN001\nset.Spawn(Do.Count);")]
    [InlineData("JoinSet<int> set; // JOIN001\nset = new JoinSet<int>(); set.Spawn(Do.Count);")]
    [InlineData("IDisposable set = new JoinSet<int>(); // JOIN001\n((JoinSet<int>)set).Spawn(Do.Count);")]
    public async Task Reports_when_the_set_is_made_in_a_roundabout_way(string statements)
        => await Snippet.OfMembers(Members + "async Task Run(bool flag)\n{\nawait Task.Yield();\n" + statements + "\n}").VerifyAsync("JOIN001");

    [Theory]
    [InlineData("")]
    [InlineData("Console.WriteLine(set.Count);")]
    [InlineData("set.Dispose();")]
    public async Task Stays_quiet_when_nothing_is_spawned(string statement)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statement).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("while (true) { set.Spawn(Do.Count); await Task.Yield(); }")]
    [InlineData("for (;;) { set.Spawn(Do.Count); await Task.Yield(); }")]
    [InlineData("set.Spawn(Do.Count); while (true) await Task.Yield();")]
    [InlineData("if (flag) return; while (true) { set.Spawn(Do.Count); await Task.Yield(); }")]
    [InlineData("set.Spawn(Do.Count); throw new NotImplementedException();")]
    public async Task Stays_quiet_when_the_life_of_the_set_never_ends_normally(string statements)
        => await Snippet.OfStatements("using var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("var (set, other) = (new JoinSet<int>(), 1); set.Spawn(Do.Count);")]
    [InlineData("foreach (var set in new[] { new JoinSet<int>() }) set.Spawn(Do.Count);")]
    [InlineData("new JoinSet<int>().Spawn(Do.Count);")]
    [InlineData("s_field = new(); s_field.Spawn(Do.Count);")]
    [InlineData("dynamic set = new JoinSet<int>(); set.Spawn((Func<CancellationToken, Task<int>>)Do.Count);")]
    public async Task Stays_quiet_when_the_set_is_not_made_in_its_declaration(string statements)
        => await Snippet.OfMembers(Members + "async Task Run(bool flag, List<string> urls)\n{\nawait Task.Yield();\n" + statements + "\n}").VerifyAsync("JOIN001");

    [Theory]
    [InlineData("return set;", "JoinSet<int>")]
    [InlineData("return set.JoinAllAsync();", "Task<int[]>")]
    [InlineData("return (set, 1);", "(JoinSet<int>, int)")]
    public async Task Stays_quiet_when_the_set_is_handed_to_the_caller(string statement, string type)
        => await Snippet.OfMembers($"{type} Run()\n{{\nvar set = new JoinSet<int>();\nset.Spawn(Do.Count);\n{statement}\n}}").VerifyAsync("JOIN001");

    [Fact]
    public async Task Stays_quiet_when_the_code_does_not_compile_and_one_switch_section_fills_the_set_of_another()
    {
        Snippet broken = Snippet.OfStatements("switch (urls.Count) { case 0: var set = new JoinSet<int>(); break; case 1: set.Spawn(Do.Count); break; }");

        Assert.Empty(await Snippet.ReportsAsync(broken.Compile()));
    }

    private const string Members = "static JoinSet<int> s_field = new(); static void Use(object set) { } static void Change(ref JoinSet<int> set) { } static JoinSet<int> Make() => new();\n";

    private static Snippet InClass(string statements, string marker = "") => new(
        Snippet.Usings + Snippet.Work
        + "static class Extensions { public static void Drain(this JoinSet<int> set) => set.DetachAll(); }\n"
        + "class Program\n{\n" + Members
        + "\nasync Task Run(List<string> urls, bool flag, CancellationToken token)\n{\nawait Task.Yield();\n{\nvar set = new JoinSet<int>();" + marker + "\nset.Spawn(Do.Count);\n"
        + statements + "\n}\n}\n}\n");
}
