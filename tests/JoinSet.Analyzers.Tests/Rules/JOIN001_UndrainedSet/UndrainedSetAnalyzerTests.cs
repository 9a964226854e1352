using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN001_UndrainedSet;

/// <summary>When the rule speaks: every way to make a set and every way to fill it.</summary>
public sealed class UndrainedSetAnalyzerTests
{
    [Theory]
    [InlineData("var set = new JoinSet<int>(); // JOIN001")]
    [InlineData("var set = (new JoinSet<int>()); // JOIN001")]
    [InlineData("var set = new JoinSet<int>(token); // JOIN001")]
    [InlineData("var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 4 }); // JOIN001")]
    [InlineData("JoinSet<int> set = new(); // JOIN001")]
    [InlineData("JoinSet<int>? set = new(); // JOIN001")]
    [InlineData("JoinSets.JoinSet<int> set = new JoinSets.JoinSet<int>(); // JOIN001")]
    [InlineData("using var set = new JoinSet<int>(); // JOIN001")]
    [InlineData("using JoinSet<int> set = new(); // JOIN001")]
    [InlineData("await using var set = new JoinSet<int>(); // JOIN001")]
    [InlineData("await using JoinSet<int> set = new(token); // JOIN001")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nawait using var cleanup = set.ConfigureAwait(false);")]
    public async Task Reports_when_a_set_is_declared_as(string declaration)
        => await Snippet.OfStatements(declaration + "\nset.Spawn(Do.Count);").VerifyAsync("JOIN001");

    public static TheoryData<string> Fills =>
    [
        "set.Spawn(Do.Count);",
        "set.Spawn(Do.Count, \"name\");",
        "set.Spawn(static (text, token) => Task.FromResult(text.Length), \"state\");",
        "set.Spawn(async ct => { await Task.Delay(1, ct); return 2; });",
        "set.SpawnOn(TaskScheduler.Default, Do.Count);",
        "set.SpawnLocal(Do.Count);",
        "set.SpawnBlocking(ct => 3);",
        "set.SpawnEach(urls, (url, ct) => Do.Count(ct));",
        "set.Add(Do.Count(token));",
        "var handle = set.Spawn(Do.Count);",
        "var handle = set.Spawn(Do.Count);\nhandle.Abort();",
        "set.Spawn(Do.Count).Abort();",
        "set?.Spawn(Do.Count);",
        "set?.Spawn(Do.Count).Abort();",
        "set!.Spawn(Do.Count);",
        "(set).Spawn(Do.Count);",
        "if (flag) set.Spawn(Do.Count);",
        "foreach (var url in urls) set.Spawn(Do.Count);",
        "for (int i = 0; i < 3; i++) { set.Spawn(Do.Count); }",
        "try { set.Spawn(Do.Count); } finally { set.Dispose(); }",
        "try { set.Spawn(Do.Count); } finally { await set.DisposeAsync(); }",
        "set.Spawn(Do.Count);\nawait set.DisposeAsync().ConfigureAwait(false);",
        "using (set) { set.Spawn(Do.Count); }",
        "await using (set) { set.Spawn(Do.Count); }",
        "await using (set.ConfigureAwait(false)) { set.Spawn(Do.Count); }",
        "set.Spawn(async ct => { set.Spawn(Do.Count); await Task.Yield(); return 0; });",
        "set.SpawnEach(urls, async (url, ct) => { set.Spawn(Do.Count); await Task.Yield(); return 0; });",
        "set.Spawn(Do.Count);\nConsole.WriteLine($\"{nameof(set)} holds {set.Count}, {set?.IsEmpty}\");",
        "switch (urls.Count) { case 0: return; default: set.Spawn(Do.Count); break; }",
    ];

    [Theory]
    [MemberData(nameof(Fills))]
    public async Task Reports_when_the_set_is_filled_by(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>(); // JOIN001\n" + statements).VerifyAsync("JOIN001");

    public static TheoryData<string> Homes =>
    [
        "using (var set = new JoinSet<int>()) // JOIN001\n{ set.Spawn(Do.Count); }",
        "using (JoinSet<int> set = new()) // JOIN001\nset.Spawn(Do.Count);",
        "await using (var set = new JoinSet<int>()) // JOIN001\n{ set.Spawn(Do.Count); }",
        "for (var set = new JoinSet<int>(); // JOIN001\nset.Count < 3;) { set.Spawn(Do.Count); }",
        "foreach (var url in urls) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); }",
        "while (true) {\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); }",
        "switch (urls.Count) { case 0:\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); break; }",
        "{\nvar set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count); }",
        "JoinSet<int> first = new(),\nset = new(); // JOIN001\nset.Spawn(Do.Count); first.Spawn(Do.Count); await first.JoinAllAsync();",
    ];

    [Theory]
    [MemberData(nameof(Homes))]
    public async Task Reports_when_the_set_lives_in(string statements)
        => await Snippet.OfStatements(statements).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("set.Spawn(Do.Step);")]
    [InlineData("set.Spawn((text, ct) => Do.Step(ct), \"state\");")]
    [InlineData("set.SpawnOn(TaskScheduler.Default, Do.Step);")]
    [InlineData("set.SpawnLocal(Do.Step);")]
    [InlineData("set.SpawnBlocking(ct => { });")]
    [InlineData("set.SpawnEach(urls, (url, ct) => Do.Step(ct));")]
    [InlineData("set.Add(Do.Step(token));")]
    public async Task Reports_when_a_set_without_values_is_filled_by(string statement)
        => await Snippet.OfStatements("var set = new JoinSet(); // JOIN001\n" + statement).VerifyAsync("JOIN001");

    [Theory]
    [InlineData("if (flag) return;")]
    [InlineData("if (flag) return; while (true) await Task.Yield();")]
    [InlineData("while (true) { if (flag) break; }")]
    [InlineData("while (true) { if (flag) goto end; }\nend: ;")]
    [InlineData("if (flag) throw new Exception();")]
    public async Task Reports_when_an_end_is_reached_by(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\n" + statements).VerifyAsync("JOIN001");
}
