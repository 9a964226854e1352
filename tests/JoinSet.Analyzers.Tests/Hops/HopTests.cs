using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Hops;

/// <summary>With <c>joinset.check_task_run</c>, plain tasks, threads and timers are judged as a set's tasks are.</summary>
public sealed class HopTests
{
    private static readonly string[] s_rules = ["JOIN004", "JOIN007", "JOIN008"];

    public static TheoryData<string> Races =>
    [
        // Task.Run and StartNew: beside itself, beside another, beside the starter
        "int n = 0; var tasks = new List<Task>(); foreach (var u in urls) tasks.Add(Task.Run(() => {\nn++; // JOIN007\n})); await Task.WhenAll(tasks);",
        "int n = 0; var tasks = new List<Task>(); for (int i = 0; i < 9; i++) { var t = Task.Run(() => {\nn++; // JOIN007\n}); tasks.Add(t); } Task.WaitAll(tasks.ToArray()); Console.WriteLine(n);",
        "var list = new List<string>(); var tasks = new List<Task>(); foreach (var u in urls) tasks.Add(Task.Run(() => {\nlist.Add(u); // JOIN004\n})); await Task.WhenAll(tasks); Console.WriteLine(list.Count);",
        "var list = new List<string>(); await Task.WhenAll(urls.Select(u => Task.Run(() => {\nlist.Add(u); // JOIN004\n})));",
        "int n = 0; var tasks = urls.Select(u => Task.Run(() => {\nn += u.Length; // JOIN007\n})); await Task.WhenAll(tasks); Console.WriteLine(n);",
        "int n = 0; var tasks = urls.Select(u => Task.Factory.StartNew(() => {\nn++; // JOIN007\n})).ToArray(); Task.WaitAll(tasks); Console.WriteLine(n);",
        "int n = 0; void Block() { } object GetLock() => urls; await Task.WhenAll(urls.Select(u => Task.Run(() => { Block(); GetLock();\nn++; // JOIN007\n})));",
        "int n = 0; await Task.WhenAll(Task.Run(() => {\nn++; // JOIN007\n}), Task.Run(() => {\nn++; // JOIN007\n}));",
        "int n = 0; var one = Task.Run(() => {\nn++; // JOIN007\n}); var two = Task.Run(() => {\nn++; // JOIN007\n}); await one; await two;",
        "int n = 0; var t = Task.Run(() => {\nn++; // JOIN007\n}); n++; await t;",
        "int n = 0; var t = Task.Run(() => {\nn++; // JOIN007\n}); await Task.Delay(5); Console.WriteLine(n); await t;",
        "int n = 0; _ = Task.Run(() => {\nn++; // JOIN007\n}); Console.WriteLine(n);",
        "var list = new List<int>(); var t = Task.Run(() => {\nlist.Add(1); // JOIN004\n}); list.Add(2); await t;",
        "var random = new Random(); Parallel.For(0, 9, i => {\nConsole.WriteLine(random.Next()); // JOIN004\n});",
        "for (int i = 0; i < 9; i++) { _ = Task.Run(() => {\nConsole.WriteLine(i); // JOIN007\n}); }",
        "int n = 0; void Add() {\nn++; // JOIN007\n} var tasks = new Task[9]; for (int i = 0; i < 9; i++) tasks[i] = Task.Run(Add); await Task.WhenAll(tasks);",
        "bool stop = false; var t = Task.Run(() => { while (\n!stop // JOIN007\n) { } }); stop = true; await t;",

        // a loop that lets time pass and counts its own turns watches nothing, nor do tasks that all write
        "for (int i = 0; i < 9; i++) { _ = Task.Run(() => {\nConsole.WriteLine(i); // JOIN007\n}); Thread.Sleep(1); }",
        "int n = 0; foreach (var u in urls) { _ = Task.Run(() => {\nn++; // JOIN007\n}); } while (n < urls.Count) Thread.Sleep(10);",

        "int n = 0; for (int i = 0; i < 1; i++) Parallel.For(0, 9, k => {\nn++; // JOIN007\n});",

        // Parallel: over when it returns, beside itself till then
        "int n = 0; Parallel.For(0, 9, i => {\nn++; // JOIN007\n});",
        "int n = 0; Parallel.ForEach(urls, u => {\nn += u.Length; // JOIN007\n}); Console.WriteLine(n);",
        "int n = 0; await Parallel.ForEachAsync(urls, async (u, ct) => { await Do.Step(ct);\nn++; // JOIN007\n});",
        "int n = 0; Parallel.ForEach(urls, () => 0, (u, state, sum) => sum + u.Length, sum => {\nn += sum; // JOIN007\n});",
        "var map = new Dictionary<string, int>(); Parallel.ForEach(urls, u => {\nmap[u] = 1; // JOIN004\n}); Console.WriteLine(map.Count);",
        "int n = 0; Parallel.Invoke(() => {\nn++; // JOIN007\n}, () => {\nn++; // JOIN007\n});",
        "int n = 0; Parallel.ForEach(urls, new ParallelOptions { MaxDegreeOfParallelism = 4 }, u => {\nn++; // JOIN007\n});",

        // the pool, threads, timers
        "int n = 0; foreach (var u in urls) ThreadPool.QueueUserWorkItem(_ => {\nn++; // JOIN007\n});",
        "int n = 0; ThreadPool.QueueUserWorkItem(_ => {\nn++; // JOIN007\n}); Console.WriteLine(n);",
        "int n = 0; var thread = new Thread(() => {\nn++; // JOIN007\n}); thread.Start(); n++; thread.Join();",
        "int n = 0; var threads = new List<Thread>(); foreach (var u in urls) { var thread = new Thread(() => {\nn++; // JOIN007\n}); threads.Add(thread); thread.Start(); } foreach (var thread in threads) thread.Join(); Console.WriteLine(n);",
        "int n = 0; new Thread(() => {\nn++; // JOIN007\n}).Start(); n++;",
        "int n = 0; var threads = new Thread[9]; for (int i = 0; i < 9; i++) threads[i] = new Thread(() => {\nn++; // JOIN007\n}); for (int i = 0; i < 9; i++) threads[i].Start(); for (int i = 0; i < 9; i++) threads[i].Join(); Console.WriteLine(n);",
        "int n = 0; var threads = new List<Thread>(); foreach (var u in urls) { var thread = new Thread(() => {\nn++; // JOIN007\n}); threads.Add(thread); } foreach (var t in threads) t.Start(); foreach (var t in threads) t.Join();",
        "var list = new List<string>(); var threads = urls.Select(u => new Thread(() => {\nlist.Add(u); // JOIN004\n})).ToList(); threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join());",
        "int n = 0; Thread[] threads = [new Thread(() => {\nn++; // JOIN007\n}), new Thread(() => {\nn--; // JOIN007\n})]; Array.ForEach(threads, t => t.Start()); foreach (var t in threads) t.Join();",
        "int n = 0; using var timer = new Timer(_ => {\nn++; // JOIN007\n}, null, 0, 10); await Task.Delay(100); n++;",

        // disposed of too soon
        "using var gate = new ManualResetEventSlim(); _ = Task.Run(() => {\ngate.Set(); // JOIN008\n});",
        "using (var http = new System.Net.Http.HttpClient()) { _ = Task.Run(async () => {\nawait http.GetStringAsync(urls[0]); // JOIN008\n}); }",
        "var http = new System.Net.Http.HttpClient(); var t = Task.Run(async () => {\nawait http.GetStringAsync(urls[0]); // JOIN008\n}); http.Dispose(); await t;",
    ];

    public static TheoryData<string> Quiet =>
    [
        // found in public code
        "object listener = null; new Thread(() => { if (Console.ReadKey().KeyChar == 'l') listener = new object(); }) { IsBackground = true }.Start(); await Do.Step(token); GC.KeepAlive(listener);",
        "TaskScheduler used = null; Parallel.For(0, 1, i => { used = TaskScheduler.Current; }); Console.WriteLine(used);",
        "TaskScheduler used = null; do { Parallel.For(0, 1, i => { used = TaskScheduler.Current; }); Console.WriteLine(used); } while (flag);",
        "bool done = false; var t = Task.Run(() => { while (!done) { using (new System.IO.MemoryStream()) { } } }); await Task.Delay(5); done = true; await t;",
        "object session = null; bool listening = false; var t = Task.Factory.StartNew(delegate { session = new object(); listening = true; Console.WriteLine(session); }); while (!listening) { Thread.Sleep(1); } Console.WriteLine(session); await t;",
        "string last = null; var reading = Task.Run(async () => { while (await Do.Count(token) > 0) last = \"x\"; }); var report = Task.Run(async () => { while (true) { Console.WriteLine(last); if (flag) break; await Task.Delay(5); } }); await reading; await report;",
        "Exception error = null; var reader = new Thread(() => { try { Thread.Sleep(1); } catch (Exception e) { error = e; } }); reader.Start(); for (int i = 0; i < 9 && error is null; i++) Console.WriteLine(i); reader.Join();",
        "int n = 0; var t = Task.Run(async () => { while (await Do.Count(token) > 0) n++; }); while (n < 5) { Thread.Sleep(10); } Console.WriteLine(n); await t;",
        "int n = 0; var one = new Thread(() => { for (int i = 0; i < 5; i++) { n++; Thread.Yield(); } }); var two = new Thread(() => { SpinWait.SpinUntil(() => n == 5); n = 0; }); one.Start(); two.Start(); one.Join(); two.Join();",
        "long owner = 0; void Run() { if (urls.Count > 1) owner = 7; else if (owner == 7 && Interlocked.CompareExchange(ref owner, 0, 7) == 7) Console.WriteLine(); } await Task.WhenAll(Task.Run(Run), Task.Run(Run));",
        "var large = (1, 2, 3); int Sum(ref (int A, int B, int C) of) => of.A + of.B; var tasks = new List<Task>(); foreach (var u in urls) tasks.Add(Task.Run(() => Sum(ref large))); await Task.WhenAll(tasks);",
        "bool done = false; using var gate = new SemaphoreSlim(0, 1); var t = Task.Run(async () => { await gate.WaitAsync(); done = true; }); await Task.Delay(10); Console.WriteLine(done); gate.Release(); await t;",
        "var v = \"\"; var entered = new ManualResetEvent(false); var go = new ManualResetEvent(false); static void Swap(ref string s, Func<string, string> f) { s = f(s); } "
            + "Func<string, string> update = _ => { entered.Set(); go.WaitOne(); return \"x\"; }; var t = Task.Run(() => Swap(ref v, update)); entered.WaitOne(); v = \"-\"; go.Set(); await t; Console.WriteLine(v);",
        "int n = 0; void Queue(Action action) { Console.WriteLine(action); } Queue(() => { var a = Task.Factory.StartNew(() => { n++; }); var b = Task.Factory.StartNew(() => { n++; }); });",
        "var f = new SemaphoreSlim(1); var t = Task.Run(async () => { await Task.Delay(5); f.Dispose(); }); try { Console.WriteLine(); } finally { f?.Dispose(); }",
        "bool[] quit = [false]; var t = Task.Run(async () => { while (!quit[0]) await Task.Delay(5); }); await Task.Delay(50); quit[0] = true; await t; quit[0] = false;",

        "int n = 0; void Add(Func<bool> xlocker, Action xunlocker) { while (!xlocker()) Thread.Yield(); n++; xunlocker(); } var tasks = urls.Select(u => Task.Run(() => Add(() => flag, () => { }))).ToArray(); Task.WaitAll(tasks); Console.WriteLine(n);",

        "var all = new int[99]; static void Scan(int[] of, int lower, int upper) { for (int i = lower; i < upper; i++) of[i] = i; } await Task.WhenAll(urls.Select((u, i) => Task.Run(() => Scan(all, i, i + 1))));",
        "try { await Task.WhenAll(urls.Select(async u => { await Task.Run(() => Console.WriteLine(u)); })); if (flag) Console.WriteLine(1); else if (urls.Count > 3) Console.WriteLine(2); else if (urls.Count > 2) Console.WriteLine(3); foreach (var u in urls) { if (u.Length == 3) Console.WriteLine(u); } } catch (InvalidOperationException) when (flag) { Console.WriteLine(4); }",
        "int n = 0; var done = new AutoResetEvent(false); Action pause = () => done.WaitOne(); ThreadPool.QueueUserWorkItem(_ => { n++; done.Set(); }); pause(); ThreadPool.QueueUserWorkItem(_ => { n++; done.Set(); }); pause(); Console.WriteLine(n);",
        "int n = 0; int count = 1; var threads = new Thread[count]; for (int i = 0; i < count; i++) threads[i] = new Thread(() => n++); for (int i = 0; i < count; i++) threads[i].Start(); for (int i = 0; i < count; i++) threads[i].Join(); Console.WriteLine(n);",
        "Exception? failure = null; await Task.WhenAll(urls.Select(u => Task.Run(() => { try { Console.WriteLine(u); } catch (Exception e) { failure = e; } }))); Console.WriteLine(failure is null);",
        "int n = 0; bool TryAcquireLatch() => flag; await Task.WhenAll(urls.Select(u => Task.Run(() => { if (TryAcquireLatch()) n++; })));",
        "int n = 0; await Task.WhenAll(urls.Select(u => Task.Run(() => { void TakeMutex() { } TakeMutex(); n++; })));",

        "int n = 0; await Task.Run(() => n++); n++;",
        "int n = 0; foreach (var u in urls) await Task.Run(() => n++); Console.WriteLine(n);",
        "int n = 0; foreach (var u in urls) { var t = Task.Run(() => n++); await t.ConfigureAwait(false); }",
        "int n = 0; Task.Run(() => n++).Wait(); n++; Task.Run(() => n++).GetAwaiter().GetResult(); n = Task.Run(() => n + 1).Result;",
        "int n = 0; var t = Task.Run(() => n++); await t; Console.WriteLine(n);",
        "int n = 0; var t = Task.Run(() => n++); t.Wait(); Console.WriteLine(n);",
        "int n = 0; var t = Task.Run(() => n++); await Task.WhenAll(t, Task.Delay(1)); Console.WriteLine(n);",
        "int n = 0; var t = Task.Run(() => n++); var all = Task.WhenAll(t); await all; Console.WriteLine(n);",
        "int n = 0; var tasks = new List<Task> { Task.Run(() => n++) }; foreach (var t in tasks) await t; Console.WriteLine(n);",
        "int n = 0; Task? t = null; if (flag) t = Task.Run(() => n++); if (t != null) await t; Console.WriteLine(n);",
        "int n = 0; var t = Task.Run(() => n++); while (!t.IsCompleted) await Task.Delay(1); Console.WriteLine(n);",
        "int n = 0; var t = Task.Run(() => n++); await t.ContinueWith(_ => Console.WriteLine(n));",
        "int n = 0; var t = Task.Run(() => n++); t.ContinueWith(_ => Console.WriteLine(n)); await t;",
        "int n = 0; var done = new TaskCompletionSource(); _ = Task.Run(() => { n++; done.SetResult(); }); await done.Task; Console.WriteLine(n);",
        "int n = 0; var done = new ManualResetEventSlim(); ThreadPool.QueueUserWorkItem(_ => { n++; done.Set(); }); done.Wait(); Console.WriteLine(n);",
        "var gate = new object(); int n = 0; Parallel.For(0, 9, i => { lock (gate) n++; }); Console.WriteLine(n);",
        "int n = 0; Parallel.For(0, 9, i => Interlocked.Increment(ref n)); Console.WriteLine(n);",
        "int n = 0; Parallel.ForEach(urls, u => { int own = 0; own++; Console.WriteLine(own); }); n++;",
        "int n = 0; Parallel.ForEach(urls, new ParallelOptions { MaxDegreeOfParallelism = 1 }, u => n++);",
        "var results = new int[9]; Parallel.For(0, 9, i => results[i] = i); Console.WriteLine(results[0]);",
        "var bag = new ConcurrentBag<string>(); Parallel.ForEach(urls, u => bag.Add(u)); Console.WriteLine(bag.Count);",
        "int a = 0, b = 0; Parallel.Invoke(() => a++, () => b++); Console.WriteLine(a + b);",
        "int n = 0; var thread = new Thread(() => n++); n = 5; thread.Start(); thread.Join(); Console.WriteLine(n);",
        "int n = 0; var threads = new Thread[9]; for (int i = 0; i < 9; i++) { int own = i; threads[i] = new Thread(() => Console.WriteLine(own++)); } for (int i = 0; i < 9; i++) threads[i].Start(); for (int i = 0; i < 9; i++) threads[i].Join();",
        "int n = 0; var threads = new List<Thread>(); foreach (var u in urls) threads.Add(new Thread(() => n++)); n = 5; foreach (var t in threads) { t.Start(); t.Join(); } Console.WriteLine(n);",
        "int n = 0; var threads = urls.Select(u => new Thread(() => Interlocked.Increment(ref n))).ToArray(); n = 5; foreach (var t in threads) t.Start(); foreach (var t in threads) t.Join(); Console.WriteLine(n);",
        "var threads = urls.Select(u => { int own = 0; return new Thread(() => own++); }).ToArray(); foreach (var t in threads) t.Start();",
        "int n = 0; Thread[] threads = [new Thread(() => n++)]; threads[0].Start(); threads[0].Join(); Console.WriteLine(n);",
        "int n = 0; var timer = new Timer(_ => n++, null, Timeout.Infinite, Timeout.Infinite); n++;",
        "int n = 0; var timer = new Timer(_ => n++, null, 0, 10); timer.Dispose(); n++;",
        "int n = 0; var timer = new Timer(_ => Console.WriteLine(n), null, 20, 20); foreach (var u in urls) n++; timer.Dispose(); Console.WriteLine(n);",
        "Timer? timer = null; timer = new Timer(_ => timer?.Dispose(), null, 0, 10); await Task.Delay(1);",
        "foreach (var u in urls) _ = Task.Run(() => Console.WriteLine(u));",
        "foreach (var u in urls) { int n = 0; _ = Task.Run(() => n++); }",
        "int n = 0; foreach (var t in urls.Select(u => Task.Run(() => n++))) await t; Console.WriteLine(n);",
        "int n = 0; var t = Task.Factory.StartNew(() => n++, default, TaskCreationOptions.None, TaskScheduler.FromCurrentSynchronizationContext()); n++; await t;",
        "bool done = false; Parallel.ForEach(urls, u => { if (u.Length == 3) done = true; }); Console.WriteLine(done);",
        "int n = 0; void Later(Action action) { } var t = Task.Run(() => Later(() => n++)); n++; await t;",
        "using var http = new System.Net.Http.HttpClient(); await Task.Run(async () => await http.GetStringAsync(urls[0]));",
        "using var http = new System.Net.Http.HttpClient(); var t = Task.Run(async () => await http.GetStringAsync(urls[0])); await t;",
        "using var http = new System.Net.Http.HttpClient(); Parallel.ForEach(urls, u => http.GetStringAsync(u).Wait());",
        "int n = 0; void Twice(Func<Task> work) { } var t = Task.Run(() => n++); Twice(async () => await t); Console.WriteLine(n);",
    ];

    [Theory]
    [MemberData(nameof(Races))]
    public Task Races_are_reported_with_the_key(string statements) => With("true", statements);

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task What_is_kept_apart_is_not(string statements) => With("true", statements);

    [Theory]
    [InlineData("sealed class Pair : IDisposable { public System.IO.Stream Near, Far; public void Dispose() { Near.Dispose(); Far.Dispose(); } }\nvoid Run() { using var pair = new Pair(); Task.Run(() => pair.Near.WriteByte(1)); Console.WriteLine(pair.Far.ReadByte()); }")]
    [InlineData("interface ICommunication { void Close(); } sealed class Channel : ICommunication { public void Ping() { } public void Close() { } }\nvoid Run() { var proxy = new Channel(); Task.Run(() => proxy.Ping()); ((ICommunication)proxy).Close(); }")]
    [InlineData("sealed class Server { private readonly string _address = \"\"; private object _socket; public string Address => _address; public void Listen() { _socket = new object(); Console.WriteLine(_socket); } }\n"
        + "async Task Run() { var server = new Server(); await Task.WhenAll(Task.Run(() => Console.WriteLine(server.Address)), Task.Run(() => server.Listen())); }")]
    [InlineData("sealed class Server { private object _socket; public string Address => Text(); string Text() => _socket.ToString(); public void Listen() { _socket = new object(); Console.WriteLine(_socket); } }\n"
        + "async Task Run() { var server = new Server(); await Task.WhenAll(Task.Run(() =>\nConsole.WriteLine(server.Address)), // JOIN004\nTask.Run(() =>\nserver.Listen())); // JOIN004\n}")]
    public Task Objects_are_asked_what_they_do(string members) => Snippet.OfMembers(members).VerifyAsync(new Settings("joinset.check_task_run", "true"), s_rules);

    [Theory]
    [MemberData(nameof(Races))]
    public async Task Nothing_is_reported_without_the_key(string statements)
    {
        await With("false", WithoutMarks(statements));
        await Snippet.OfStatements(WithoutMarks(statements)).VerifyAsync(s_rules);
    }

    [Theory]
    [InlineData("TRUE", 1)]
    [InlineData(" true ", 1)]
    [InlineData("false", 0)]
    [InlineData("yes", 0)]
    [InlineData("", 0)]
    public async Task Only_true_turns_it_on(string value, int reports)
        => Assert.Equal(reports, (await ReportsAsync("int n = 0; Parallel.For(0, 9, i => n++);", new Settings("joinset.check_task_run", value))).Length);

    [Theory]
    [InlineData("int n = 0; Parallel.For(0, 9, i => { n++; });", "'n' is written by every turn of the loop that line 8 starts, and they run at once: updates get lost; use Interlocked or a lock")]
    [InlineData("int n = 0; var t = Task.Run(() => { n++; });\nConsole.WriteLine(n); await t;", "'n' is written by the task that line 8 starts, and used on line 9 while it may still run; use Interlocked or a lock")]
    [InlineData("for (int i = 0; i < 9; i++) { new Thread(() =>\nConsole.WriteLine(i)).Start(); }", "'i' is written on line 8 while the thread that line 8 starts may still read it: it need not see the value of the time when it was started; give it a copy of its own")]
    [InlineData("int n = 0; Parallel.Invoke(() => n++,\n() => n++);", "'n' is written by the action that line 8 starts while another one uses it on line 9; use Interlocked or a lock")]
    [InlineData("var l = new List<int>(); Parallel.For(0, 9, i =>\nl.Add(i));", "'l' is changed on line 9 by every turn of the loop that line 8 starts, and they run at once, but List<int> is not safe for several threads at once (documented); use a concurrent collection, or lock every use")]
    [InlineData("using var s = new SemaphoreSlim(1);\nThreadPool.QueueUserWorkItem(_ => s.Release());", "'s' is disposed of at the end of its using, which begins on line 8, while the work item that line 9 starts may still use it; wait for its end first")]
    public async Task Messages_speak_of_no_set(string statements, string message)
        => Assert.Equal(message, (await ReportsAsync(statements, new Settings("joinset.check_task_run", "true")))[0].GetMessage(null));

    private static Task With(string value, string statements) => Snippet.OfStatements(statements).VerifyAsync(new Settings("joinset.check_task_run", value), s_rules);

    private static async Task<Diagnostic[]> ReportsAsync(string statements, Settings settings)
        => [.. (await Snippet.ReportsAsync(Snippet.OfStatements(statements).Compile(), settings)).Where(report => s_rules.Contains(report.Id))];

    private static string WithoutMarks(string statements) => statements.Replace("// JOIN", "// not ", StringComparison.Ordinal);
}
