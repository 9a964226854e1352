using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN010_BlockingCall;

/// <summary>What blocks, and whose thread it blocks.</summary>
public sealed class BlockingCallAnalyzerTests
{
    public static TheoryData<string> BlockingCalls =>
    [
        "Thread.Sleep(10);",
        "Thread.Sleep(TimeSpan.FromSeconds(1));",
        "Do.Step(ct).Wait();",
        "Do.Step(ct).Wait(100);",
        "Do.Step(ct).Wait(ct);",
        "var n = Do.Count(ct).Result;",
        "var n = Do.Count(ct).ConfigureAwait(false).GetAwaiter().GetResult();",
        "Do.Step(ct).GetAwaiter().GetResult();",
        "var n = new ValueTask<int>(Do.Count(ct)).Result;",
        "new ValueTask(Do.Step(ct)).GetAwaiter().GetResult();",
        "var n = new ValueTask<int>(Do.Count(ct)).AsTask().Result;",
        "Task.WaitAll(Do.Step(ct), Do.Step(ct));",
        "Task.WaitAny([Do.Step(ct)], 100);",
        "new Thread(() => { }).Join();",
        "slots.Wait();",
        "slots.Wait(ct);",
        "if (slots.Wait(500)) { }",
        "new ManualResetEventSlim().Wait();",
        "new CountdownEvent(1).Wait(ct);",
        "new ManualResetEvent(false).WaitOne();",
        "new AutoResetEvent(false).WaitOne(100);",
        "new Mutex().WaitOne();",
        "new Semaphore(1, 1).WaitOne(TimeSpan.FromSeconds(1));",
        "WaitHandle.WaitAny([ct.WaitHandle]);",
        "ct.WaitHandle.WaitOne();",
        "new Barrier(2).SignalAndWait();",
        "lock (urls)\nMonitor.Wait(urls);",
        "SpinWait.SpinUntil(() => flag);",
        "var n = new BlockingCollection<int>().Take();",
        "foreach (var n in new BlockingCollection<int>().GetConsumingEnumerable()) { }",
        "System.Diagnostics.Process.Start(\"ls\").WaitForExit();",
        "var line = Console.ReadLine();",
        "var text = System.IO.File.ReadAllText(\"a\");",
        "System.IO.File.WriteAllBytes(\"a\", new byte[1]);",
        "foreach (var line in System.IO.File.ReadLines(\"a\")) { }",
        "new System.IO.FileStream(\"a\", System.IO.FileMode.Open).Read(new byte[1], 0, 1);",
        "System.IO.File.OpenRead(\"a\").CopyTo(System.IO.Stream.Null);",
        "new System.IO.StreamReader(\"a\").ReadToEnd();",
        "new System.IO.StreamReader(System.IO.File.OpenRead(\"a\")).ReadLine();",
        "new System.IO.StreamWriter(\"a\").WriteLine(\"b\");",
        "new System.Net.Http.HttpClient().Send(new());",
        "((System.Net.Sockets.Socket)null!).Receive(new byte[1]);",
        "new System.Net.Sockets.TcpClient().GetStream().WriteByte(1);\nnew System.Net.Sockets.TcpClient().GetStream().Write(new byte[1]);",
        "((System.Data.Common.DbCommand)null!).ExecuteNonQuery();",
        "((System.Data.Common.DbConnection)null!).Open();",
    ];

    [Theory]
    [MemberData(nameof(BlockingCalls))]
    public Task Reports_when_a_task_waits_by(string statement)
        => Snippet.OfStatements(Slots + "set.Spawn(async ct => {\nawait Task.Yield();\n" + statement + " // JOIN010\nreturn 1; });").VerifyAsync("JOIN010");

    [Theory]
    [InlineData("set.Spawn(ct => {\nThread.Sleep(1); // JOIN010\nreturn Task.FromResult(1); });")]
    [InlineData("set.Spawn(delegate (CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn Task.FromResult(1); });")]
    [InlineData("set.Spawn((s, ct) => Task.FromResult(\nDo.Count(ct).Result), \"s\"); // JOIN010")]
    [InlineData("set.Spawn(state: \"s\", work: async (s, ct) => {\nThread.Sleep(1); // JOIN010\nreturn 1; });")]
    [InlineData("set.SpawnOn(TaskScheduler.Default, async ct => {\nThread.Sleep(1); // JOIN010\nreturn 1; });")]
    [InlineData("set.SpawnEach(urls, async (url, ct) => {\nThread.Sleep(1); // JOIN010\nreturn 1; });")]
    [InlineData("new JoinSet().Spawn(async ct => {\nThread.Sleep(1); // JOIN010\n});")]
    [InlineData("set?.Spawn(async ct => {\nThread.Sleep(1); // JOIN010\nreturn 1; });")]
    [InlineData("Func<CancellationToken, Task<int>> work = async ct => {\nThread.Sleep(1); // JOIN010\nreturn 1; };\nset.Spawn(work);")]
    [InlineData("set.Spawn(Work);\nasync Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn 1; }")]
    [InlineData("set.Spawn(async ct => { Work(); return 1; });\nvoid Work() {\nThread.Sleep(1); // JOIN010\n}")]
    [InlineData("set.Spawn(ct => Work(ct));\nasync Task<int> Work(CancellationToken ct) {\nawait Task.Yield();\nreturn Do.Count(ct).Result; // JOIN010\n}")]
    [InlineData("set.Spawn(ct => Work(ct)); set.Spawn(Work);\nasync Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn 1; }")]
    public Task Reports_when_the_task_is_spawned_by(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN010");

    [Theory]
    [InlineData("void Run(JoinSet<int> set) => set.Spawn(Work);\npublic async Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn 1; }")]
    [InlineData("void Run(JoinSet<int> set) => set.Spawn(this.Work);\nasync Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn 1; }")]
    [InlineData("void Run(JoinSet<int> set) => set.Spawn(Program.Work);\nstatic Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn Task.FromResult(1); }")]
    [InlineData("void Run(JoinSet<int> set) => set.Spawn(Other.Work);\nclass Other { public static Task<int> Work(CancellationToken ct) {\nThread.Sleep(1); // JOIN010\nreturn Task.FromResult(1); } }")]
    [InlineData("void Run(JoinSet<int> set) => set.Spawn(async ct => this.Work());\nint Work() {\nThread.Sleep(1); // JOIN010\nreturn 1; }")]
    [InlineData("void Run(JoinSet<string> set) => set.Spawn(ct => Task.FromResult(Load<string>(1)));\nT Load<T>(int n) {\nThread.Sleep(n); // JOIN010\nreturn default!; }")]
    public Task Reports_when_the_method_is_spawned(string members) => Snippet.OfMembers(members).VerifyAsync("JOIN010");

    [Fact]
    public async Task Report_names_what_blocks_who_spawns_it_and_what_to_do()
    {
        Diagnostic report = await Snippet.OfStatements("await using var set = new JoinSet();\nset.Spawn(async ct =>\n{\n    Thread.Sleep(1);\n});").SingleReportAsync("JOIN010");

        Assert.Equal("'Thread.Sleep' blocks the thread of the task that line 9 spawns: await 'Task.Delay' instead, or give the work to SpawnBlocking", report.GetMessage(null));
        Assert.Equal([8], report.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line));
        Assert.Equal((10, 4), (report.Location.GetLineSpan().StartLinePosition.Line, report.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Theory]
    [InlineData("slots.Wait();", "await 'WaitAsync' instead, or give the work to SpawnBlocking")]
    [InlineData("_ = Do.Count(ct).Result;", "await the task instead, or give the work to SpawnBlocking")]
    [InlineData("Console.ReadLine();", ": give such work to SpawnBlocking")]
    public async Task Report_advises(string statement, string advice)
    {
        Diagnostic report = await Snippet.OfStatements(Slots + "set.Spawn(async ct => { " + statement + " return 1; });").SingleReportAsync("JOIN010");

        Assert.EndsWith(advice, report.GetMessage(null), StringComparison.Ordinal);
    }

    internal const string Slots = "await using var set = new JoinSet<int>(); var slots = new SemaphoreSlim(1);\n";
}
