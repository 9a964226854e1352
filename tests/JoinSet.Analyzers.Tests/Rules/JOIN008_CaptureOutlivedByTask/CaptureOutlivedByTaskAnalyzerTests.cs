using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN008_CaptureOutlivedByTask;

/// <summary>Objects that die before the tasks that use them, and such as do not.</summary>
public sealed class CaptureOutlivedByTaskAnalyzerTests
{
    public static TheoryData<string> Outlived =>
    [
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008",
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nif (flag) throw new Exception(); await set.JoinAllAsync();",
        "using var http = new HttpClient();\nforeach (var u in urls) set.Spawn(ct => http.GetStringAsync(u, ct)); // JOIN008\nwhile (await set.JoinNextAsync() is { } r) if (r.IsSuccess) return;",
        "using (var http = new HttpClient()) {\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\n} await set.JoinAllAsync();",
        "var http = new HttpClient(); using (http) {\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\n} await set.JoinAllAsync();",
        "var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nhttp.Dispose(); await set.JoinAllAsync();",
        "HttpClient? http = flag ? new HttpClient() : null;\nset.Spawn(async ct => { if (http is not null) // JOIN008\nawait http.GetStringAsync(\"x\", ct); }); http?.Dispose();",
        "var http = new HttpClient(); try {\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\n} finally { http.Dispose(); } await set.JoinAllAsync();",
        "foreach (var u in urls) { using var file = File.OpenRead(u);\nset.Spawn(async ct => await file.CopyToAsync(Stream.Null, ct)); // JOIN008\n} await set.JoinAllAsync();",
        "foreach (var u in urls) { await using var file = File.OpenRead(u);\nset.Spawn(async ct => await file.CopyToAsync(Stream.Null, ct)); // JOIN008\n} await set.JoinAllAsync();",
        "var file = File.OpenRead(\"x\");\nset.Spawn(async ct => await file.CopyToAsync(Stream.Null, ct)); // JOIN008\nfile.Close(); await set.JoinAllAsync();",
        "var file = File.OpenRead(\"x\");\nset.Spawn(async ct => await file.CopyToAsync(Stream.Null, ct)); // JOIN008\nawait file.DisposeAsync(); await set.JoinAllAsync();",
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nset.DetachAll();",
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nset.AbortAll();",
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nset.Dispose();",
        "using var http = new HttpClient(); using var inner = new JoinSet();\ninner.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008",
        "using var http = new HttpClient(); var same = http;\nset.Spawn(ct => same.GetStringAsync(\"x\", ct)); // JOIN008",
        "using var http = new HttpClient();\nset.Spawn(static (h, ct) => h.GetStringAsync(\"x\", ct), http); // JOIN008",
        "using var http = new HttpClient(); Task Load(CancellationToken ct) =>\nhttp.GetStringAsync(\"x\", ct); // JOIN008\nset.Spawn(Load);",
        "using var http = new HttpClient();\nset.SpawnEach(urls, (u, ct) => http.GetStringAsync(u, ct)); // JOIN008",
        "using var gate = new SemaphoreSlim(3); foreach (var u in urls) { await gate.WaitAsync(token); set.Spawn(async ct => { try { await Do.Step(ct); } finally {\ngate.Release(); // JOIN008\n} }); }",
        "using var source = new CancellationTokenSource();\nset.Spawn(async ct => { await Do.Step(ct); source.Cancel(); }); // JOIN008",
        "using var http = new HttpClient();\nset.Spawn(ct => http.GetStringAsync(\"x\", ct)); // JOIN008\nset.Spawn(ct => http.GetStringAsync(\"y\", ct)); // JOIN008",
        "set.Spawn(async ct => { using var http = new HttpClient();\nset.Spawn(c => http.GetStringAsync(\"x\", c)); // JOIN008\nawait Do.Step(ct); }); await set.JoinAllAsync();",
    ];

    [Theory]
    [MemberData(nameof(Outlived))]
    public Task Reports_when_the_task_may_live_longer(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Living =>
    [
        "using var http = new HttpClient(); set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await set.JoinAllAsync();",
        "using (var http = new HttpClient()) { set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await foreach (var r in set) { } }",
        "using (var http = new HttpClient()) { set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await set.ShutdownAsync(); }",
        "var http = new HttpClient(); set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await set.JoinAllAsync(); http.Dispose();",
        "var http = new HttpClient(); try { set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await set.JoinAllAsync(); } finally { http.Dispose(); }",
        "using var http = new HttpClient(); await using var inner = new JoinSet(); inner.Spawn(ct => http.GetStringAsync(\"x\", ct));",
        "using var http = new HttpClient(); await using (var inner = new JoinSet()) { inner.Spawn(ct => http.GetStringAsync(\"x\", ct)); }",
        "using var http = new HttpClient(); await using var inner = new JoinSet(); inner.Spawn(ct => http.GetStringAsync(\"x\", ct)); if (flag) return; await inner.JoinAllAsync();",
        "using var http = new HttpClient(); using var inner = new JoinSet(); inner.Spawn(ct => http.GetStringAsync(\"x\", ct)); await inner.JoinAllAsync();",
        "using var http = new HttpClient(); set.Spawn(Do.Step); Console.WriteLine(http.Timeout);",
        "var http = new HttpClient(); set.Spawn(ct => http.GetStringAsync(\"x\", ct));",
        "foreach (var u in urls) { var file = File.OpenRead(u); set.Spawn(async ct => { await using (file) await file.CopyToAsync(Stream.Null, ct); }); } await set.JoinAllAsync();",
        "foreach (var u in urls) set.Spawn(async ct => { using var http = new HttpClient(); await http.GetStringAsync(u, ct); });",
        "set.Spawn(async ct => { using var http = new HttpClient(); await using var inner = new JoinSet(ct); inner.Spawn(c => http.GetStringAsync(\"x\", c)); }); await set.JoinAllAsync();",
        "using var source = new CancellationTokenSource(); var own = source.Token; set.Spawn(ct => Task.Delay(1, own));",
        "using var memory = new MemoryStream(); set.Spawn(async ct => await memory.WriteAsync(new byte[1], ct));",
        "using var done = token.Register(() => { }); set.Spawn(async ct => { await Do.Step(ct); done.Unregister(); });",
        "using var text = new StringReader(\"x\"); set.Spawn(async ct => { await Do.Step(ct); text.ReadLine(); });",
        "using var inner = new JoinSet(); set.Spawn(async ct => { await Do.Step(ct); inner.AbortAll(); });",
        "using var http = new HttpClient(); set.Spawn(ct => http.GetStringAsync(\"x\", ct)); await Drain(set); static Task Drain(JoinSet s) => s.JoinAllAsync();",
        "using var http = new HttpClient(); set.Spawn(ct => http.GetStringAsync(\"x\", ct)); set.JoinAllAsync().Wait();",
        "using var http = new HttpClient(); if (flag) set.Spawn(ct => http.GetStringAsync(\"x\", ct)); if (flag) await set.JoinAllAsync();",
    ];

    [Theory]
    [MemberData(nameof(Living))]
    public Task Stays_quiet_when_the_object_lives_longer(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Reports_when_the_set_leaves_the_method() => Snippet.OfMembers("""
        private readonly JoinSet _set = new();

        void Keep()
        {
            using var gate = new SemaphoreSlim(1);
            _set.Spawn(async ct => await gate.WaitAsync(ct)); // JOIN008
        }

        static JoinSet Make()
        {
            var set = new JoinSet();
            using var gate = new SemaphoreSlim(1);
            set.Spawn(async ct => await gate.WaitAsync(ct)); // JOIN008
            return set;
        }

        static void Fill(JoinSet set)
        {
            using var gate = new SemaphoreSlim(1);
            set.Spawn(async ct => await gate.WaitAsync(ct)); // JOIN008
        }
        """).VerifyAsync("JOIN008");

    [Theory]
    [InlineData(
        "using var http = new SemaphoreSlim(1);\nset.Spawn(ct => http.WaitAsync(ct));",
        "'http' is disposed of at the end of its using, which begins on line 9, while the task that line 10 spawns may still use it; join the tasks first, or declare it before 'set' and that with await using")]
    [InlineData(
        "var http = new SemaphoreSlim(1);\nset.Spawn(ct => http.WaitAsync(ct));\nhttp.Dispose();",
        "'http' is disposed of on line 11 while the task that line 10 spawns may still use it; join the tasks first, or declare it before 'set' and that with await using")]
    public async Task Report_says(string statements, string message)
    {
        Diagnostic report = await Snippet.OfStatements("await using var set = new JoinSet();\n" + statements).SingleReportAsync("JOIN008");

        Assert.Equal(message, report.GetMessage(null));
        Assert.Equal("http", report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan));
        Assert.Equal(2, report.AdditionalLocations.Count);
    }

    private static Task VerifyAsync(string statements) => new Snippet(
        "using System.IO; using System.Net.Http; " + Snippet.OfStatements("await using var set = new JoinSet();\n" + statements).Source).VerifyAsync("JOIN008");
}
