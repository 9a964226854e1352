using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN011_UnreachableByAbort;

/// <summary>Delegates that keep their token to themselves, and those that have a reason to.</summary>
public sealed class UnreachableByAbortAnalyzerTests
{
    public static TheoryData<string> Missing =>
    [
        "set.Spawn(async ct => // JOIN011\n{ await Task.Delay(1); return 1; });",
        "set.Spawn(ct => http.GetByteArrayAsync(\"a\").ContinueWith(t => 1)); // JOIN011",
        "set.Spawn(async (ct) => // JOIN011\n(await http.GetStringAsync(\"a\").ConfigureAwait(false)).Length);",
        "set.Spawn(async delegate (CancellationToken ct) // JOIN011\n{ await Task.Delay(1); return 1; });",
        "set.Spawn(async (s, ct) => // JOIN011\n{ await Optional(s); return 1; }, \"s\");",
        "set.Spawn(ct => Work()); // JOIN011",
        "set.Spawn(ct => { return Work(); }); // JOIN011",
        "set.Spawn(async ct => // JOIN011\n{ await foreach (var n in Numbers()) { } return 1; });",
        "set.Spawn(async ct => // JOIN011\n{ await foreach (var n in Numbers().ConfigureAwait(false)) { } return 1; });",
        "set.Spawn(async ct => // JOIN011\n{ await slots.WaitAsync(); try { return 1; } finally { slots.Release(); } });",
        "set.Spawn(async ct => // JOIN011\n{ await Task.Delay(1); await Task.Delay(1, CancellationToken.None); return 1; });",
        "set.SpawnOn(TaskScheduler.Default, async ct => // JOIN011\n{ await Task.Delay(1); return 1; });",
        "set.SpawnLocal(async ct => // JOIN011\n{ await Task.Delay(1); return 1; });",
        "set.SpawnEach(urls, async (url, ct) => // JOIN011\n{ await Task.Delay(1); return 1; });",
        "new JoinSet().Spawn(ct => Task.Delay(1)); // JOIN011",
        "set.Spawn(async ct => // JOIN011\n{ await using var own = new JoinSet<int>(); own.Spawn(Do.Count); return (await own.JoinAllAsync())[0]; });",
        "Func<CancellationToken, Task<int>> work = ct => Work(); // JOIN011\nset.Spawn(work);",
        "set.Spawn(Local);\nasync Task<int> Local(CancellationToken ct) // JOIN011\n{ await Task.Delay(1); return 1; }",
        "set.Spawn(Method);",
        "set.Spawn(async ct => // JOIN011\n{ await Task.WhenAll(Task.Delay(1), Work()); return 1; });",
        "set.Spawn(async ct => // JOIN011\n{ await Task.WhenAny(Task.CompletedTask, (Task.Delay(2))).ConfigureAwait(false); return 1; });",
        "set.Spawn(async ct => // JOIN011\n{ await Optional(text: \"a\", times: 3); return 1; });",
    ];

    public static TheoryData<string> Outer =>
    [
        "set.Spawn(async ct => { await Task.Delay(1,\ntoken); // JOIN011\nreturn 1; });",
        "set.Spawn(async ct => { await Task.Delay(1,\nsource.Token); // JOIN011\nawait Task.Delay(1,\nsource.Token); // JOIN011\nreturn 1; });",
        "set.Spawn(async ct => { await Optional(\"a\", token:\n_stopping); // JOIN011\nreturn 1; });",
        "set.Spawn(async ct => { await Task.Delay(1,\n_source.Token).ConfigureAwait(false); // JOIN011\nreturn 1; });",
        "set.Spawn(ct => Do.Count(\ntoken)); // JOIN011",
        "set.Spawn(async ct => { await foreach (var n in Numbers(\ntoken)) { } // JOIN011\nreturn 1; });",
        "set.Spawn(async ct => // JOIN011\n{ await Task.Delay(1); await Task.Delay(1,\ntoken); // JOIN011\nreturn 1; });",
    ];

    [Theory]
    [MemberData(nameof(Missing))]
    public Task Reports_when_the_token_is_passed_to_nothing(string statements) => In(statements, methodIsSpawned: statements.Contains("Spawn(Method)", StringComparison.Ordinal)).VerifyAsync("JOIN011");

    [Theory]
    [MemberData(nameof(Outer))]
    public Task Reports_when_an_outer_token_is_passed(string statements) => In(statements).VerifyAsync("JOIN011");

    [Theory]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, ct); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1); ct.ThrowIfCancellationRequested(); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, ct); await Task.Delay(1, token); return 1; });")]
    [InlineData("set.Spawn(async _ => { await Task.Delay(1); return 1; });")]
    [InlineData("set.Spawn(async (_, _) => { await Task.Delay(1); return 1; }, 1);")]
    [InlineData("set.Spawn(async __ => { await Task.Delay(1, token); return 1; });")]
    [InlineData("set.Spawn(async delegate { await Task.Delay(1); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, CancellationToken.None); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, default); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.Yield(); return 1; });")]
    [InlineData("set.Spawn(ct => Task.FromResult(1));")]
    [InlineData("set.Spawn(async ct => { await Console.Out.WriteLineAsync(\"a\"); return 1; });")]
    [InlineData("set.Spawn(async ct => { await Plain(); return 1; });")]
    [InlineData("set.Spawn(async ct => { try { return 1; } finally { await Task.Delay(1); } });")]
    [InlineData("set.Spawn(async ct => { try { return 1; } catch (Exception) { await Task.Delay(1, token); throw; } });")]
    [InlineData("set.Spawn(async ct => { using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, token); await Task.Delay(1, linked.Token); return 1; });")]
    [InlineData("set.Spawn(async ct => { using var own = new CancellationTokenSource(5); await Task.Delay(1, own.Token); return 1; });")]
    [InlineData("set.Spawn(async ct => { var task = Task.Delay(1); await task; return 1; });")]
    [InlineData("set.Spawn(async ct => { await Task.WhenAll(Plain(), Task.Delay(1, CancellationToken.None)); return 1; });")]
    [InlineData("set.Spawn(async ct => { _ = Task.Delay(1); await Task.Yield(); return 1; });")]
    [InlineData("set.Spawn(async ct => { Func<Task> later = () => Task.Delay(1); await later(); return 1; });")]
    [InlineData("set.Spawn(async ct => { await set.JoinAllAsync(); return 1; });")]
    [InlineData("set.SpawnBlocking(ct => { Thread.Sleep(1); return 1; });")]
    [InlineData("Func<CancellationToken, Task> work = async ct => await Task.Delay(1); await work(token);")]
    [InlineData("async Task<int> Local(CancellationToken ct) { await Task.Delay(1); return 1; }\nset.Spawn(_ => Local(token));")]
    public Task Stays_quiet_when_the_task_is(string statements) => In(statements).VerifyAsync("JOIN011");

    [Fact]
    public async Task Report_names_the_spawn_and_the_calls()
    {
        Diagnostic report = await In("set.Spawn(async ct =>\n{\n    await Task.Delay(1);\n    await Task.Delay(2);\n    return 1;\n});").SingleReportAsync("JOIN011");

        Assert.Equal("An abort of the task that line 14 spawns does not reach the calls on lines 16 and 17: 'ct' is passed to nothing that it awaits", report.GetMessage(null));
        Assert.Equal([15, 16, 13], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task Report_names_the_outer_token()
    {
        Diagnostic report = await In("set.Spawn(ct => Do.Count(source.Token));").SingleReportAsync("JOIN011");

        Assert.Equal("An abort of the task that line 14 spawns does not reach the call on line 14: it is given 'source.Token' in the place of 'ct'", report.GetMessage(null));
    }

    internal static Snippet In(string statements, bool methodIsSpawned = false) => Snippet.OfMembers(
        "static readonly System.Net.Http.HttpClient http = new(); public CancellationToken _stopping; CancellationTokenSource _source = new();\n"
        + "Task<int> Work(int n = 1, CancellationToken token = default) => Do.Count(token); Task Optional(string text, int times = 1, CancellationToken token = default) => Do.Step(token);\n"
        + "static Task Plain() => Task.CompletedTask; async IAsyncEnumerable<int> Numbers([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return 1; }\n"
        + "async Task<int> Method(CancellationToken cancellation)" + (methodIsSpawned ? " // JOIN011" : "") + "\n{ await Task.Delay(1); return 1; }\n"
        + "async Task Run(List<string> urls, SemaphoreSlim slots, CancellationToken token)\n{\nvar source = new CancellationTokenSource(); await using var set = new JoinSet<int>();\n\n" + statements + "\n}");
}
