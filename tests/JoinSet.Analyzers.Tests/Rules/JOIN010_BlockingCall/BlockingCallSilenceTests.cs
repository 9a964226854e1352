using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN010_BlockingCall;

/// <summary>What looks like blocking and is not, or blocks nobody's thread but its own.</summary>
public sealed class BlockingCallSilenceTests
{
    [Theory]
    [InlineData("Thread.Sleep(0);")]
    [InlineData("Thread.Sleep(TimeSpan.Zero);")]
    [InlineData("Thread.Yield();")]
    [InlineData("if (slots.Wait(0)) { }")]
    [InlineData("if (slots.Wait(TimeSpan.Zero)) { }")]
    [InlineData("if (new ManualResetEvent(false).WaitOne(0)) { }")]
    [InlineData("if (Do.Step(ct).Wait(0)) { }")]
    [InlineData("await slots.WaitAsync(ct);")]
    [InlineData("lock (urls) { urls.Add(\"a\"); }")]
    [InlineData("Monitor.Enter(urls); Monitor.Exit(urls);")]
    [InlineData("if (new BlockingCollection<int>().TryTake(out var n)) { }")]
    [InlineData("if (new BlockingCollection<int>().TryTake(out var n, 0)) { }")]
    [InlineData("var task = Do.Count(ct); await task; var n = task.Result;")]
    [InlineData("var task = Do.Count(ct); await task.ConfigureAwait(false); task.Wait();")]
    [InlineData("var task = Do.Count(ct); await task.WaitAsync(ct); var n = task.GetAwaiter().GetResult();")]
    [InlineData("Task<int> a = Do.Count(ct), b = Do.Count(ct); await Task.WhenAll(a, b); var n = a.Result + b.Result;")]
    [InlineData("var tasks = urls.ConvertAll(url => Do.Count(ct)); await Task.WhenAll(tasks); foreach (var task in tasks) Console.WriteLine(task.Result + tasks[0].Result);")]
    [InlineData("var done = await Task.WhenAny(Do.Count(ct), Do.Count(ct)); var n = done.Result;")]
    [InlineData("var n = (await Task.WhenAny(Do.Count(ct), Do.Count(ct))).Result;")]
    [InlineData("Task<int> a = Do.Count(ct); if (await Task.WhenAny(a, Task.Delay(1, ct)) == a) Console.WriteLine(a.Result);")]
    [InlineData("await foreach (var task in Task.WhenEach(Do.Count(ct), Do.Count(ct))) Console.WriteLine(task.Result);")]
    [InlineData("var task = Do.Count(ct); if (task.IsCompletedSuccessfully) Console.WriteLine(task.Result);")]
    [InlineData("var task = Do.Count(ct); if (task is { IsCompletedSuccessfully: true }) Console.WriteLine(task.Result);")]
    [InlineData("var task = Do.Count(ct); while (!task.IsCompleted) await Task.Yield(); Console.WriteLine(task.Result);")]
    [InlineData("var n = Task.FromResult(1).Result; Task.CompletedTask.Wait();")]
    [InlineData("var task = Task.FromResult(1); Console.WriteLine(task.Result);")]
    [InlineData("var source = new TaskCompletionSource<int>(); source.SetResult(1); Console.WriteLine(source.Task.Result);")]
    [InlineData("Console.WriteLine(nameof(Task<int>.Result));")]
    [InlineData("await Task.Run(() => Thread.Sleep(1), ct);")]
    [InlineData("await Do.Count(ct).ContinueWith(task => task.Result, ct);")]
    [InlineData("var stream = new System.IO.MemoryStream(); stream.Write(new byte[1]); stream.CopyTo(new System.IO.MemoryStream());")]
    [InlineData("System.IO.Stream stream = new System.IO.MemoryStream(); stream.Write(new byte[1]); stream.Flush();")]
    [InlineData("var text = new System.IO.StringReader(\"a\").ReadLine(); new System.IO.StringWriter().Write(1);")]
    [InlineData("new System.IO.StreamReader(new System.IO.MemoryStream()).ReadToEnd();")]
    [InlineData("new System.IO.Compression.GZipStream(new System.IO.MemoryStream(), System.IO.Compression.CompressionLevel.Fastest).Write(new byte[1]);")]
    [InlineData("Console.WriteLine(1); Console.Out.Write(2); Console.Error.Flush();")]
    [InlineData("var ok = System.IO.File.Exists(\"a\"); System.IO.File.Delete(\"a\");")]
    [InlineData("System.Data.DataTableReader reader = null!; while (reader.Read()) { }")]
    public Task Stays_quiet_when_the_task_does(string statements)
        => Snippet.OfStatements(BlockingCallAnalyzerTests.Slots + "set.Spawn(async ct => { await Task.Yield(); " + statements + " return 1; });").VerifyAsync("JOIN010");

    [Theory]
    [InlineData("set.SpawnBlocking(ct => { Thread.Sleep(1); return 1; });")]
    [InlineData("set.SpawnLocal(async ct => { Thread.Sleep(1); return 1; });")]
    [InlineData("set.Add(Task.Run(() => { Thread.Sleep(1); return 1; }));")]
    [InlineData("Thread.Sleep(1); set.Spawn(Do.Count);")]
    [InlineData("set.Spawn((s, ct) => Do.Count(ct), () => Thread.Sleep(1));")]
    [InlineData("set.SpawnEach(urls.Where(url => { Thread.Sleep(1); return true; }), (url, ct) => Do.Count(ct));")]
    [InlineData("var task = Do.Count(token); await task; set.Spawn(async ct => task.Result);")]
    [InlineData("set.SpawnBlocking(ct => Work()); int Work() { Thread.Sleep(1); return 1; }")]
    [InlineData("set.Spawn(async ct => await Task.Run(Work)); int Work() { Thread.Sleep(1); return 1; }")]
    [InlineData("set.Spawn(async ct => { var all = from url in urls let pause = Do.Count(ct).Result select pause; return 1; });")]
    [InlineData("set.Spawn(async ct => Outer()); int Outer() => Inner(); int Inner() { Thread.Sleep(1); return 1; }")]
    [InlineData("void Work() { Thread.Sleep(1); }\nWork(); set.Spawn(Do.Count);")]
    [InlineData("Func<CancellationToken, Task<int>> work = async ct => { Thread.Sleep(1); return 1; }; work = Do.Count; set.Spawn(work);")]
    public Task Stays_quiet_when_no_shared_thread_waits(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN010");

    [Theory]
    [InlineData("static class Thread { public static void Sleep(int n) { } }")]
    [InlineData("class Thread { public static void Sleep(int n) { } public int Result => 1; public void Wait() { } }")]
    public Task Stays_quiet_when_the_names_mean_something_else(string type)
        => Snippet.OfMembers("void Run(JoinSet<int> set) => set.Spawn(async ct => { Thread.Sleep(1); return 1; });\n" + type).VerifyAsync("JOIN010");
}
