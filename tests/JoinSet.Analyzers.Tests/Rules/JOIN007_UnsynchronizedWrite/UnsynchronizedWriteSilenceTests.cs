using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>Writes that nobody else can see half-way.</summary>
public sealed class UnsynchronizedWriteSilenceTests
{
    public static TheoryData<string> Synchronized =>
    [
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Interlocked.Increment(ref n); }); await set.JoinAllAsync(); Console.WriteLine(n);",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Interlocked.Add(ref n, u.Length); }); while (await set.JoinNextAsync() is { }) Console.WriteLine(n);",
        "bool stop = false; set.Spawn(async ct => { while (!Volatile.Read(ref stop)) await Do.Step(ct); }); Volatile.Write(ref stop, true);",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) { n++; } });",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) { n++; } }); Console.WriteLine(n);",
        "decimal n = 0; var gate = new object(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) { n++; } }); lock (gate) { Console.WriteLine(n); }",
        "int n = 0; var gate = new Lock(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) { n++; } });",
        "int n = 0; var gate = new Lock(); foreach (var u in urls) set.SpawnBlocking(ct => { using (gate.EnterScope()) { n++; } });",
        "int n = 0; var gate = new Lock(); foreach (var u in urls) set.SpawnBlocking(ct => { using var scope = gate.EnterScope(); n++; });",
        "int n = 0; var gate = new Lock(); foreach (var u in urls) set.SpawnBlocking(ct => { gate.Enter(); try { n++; } finally { gate.Exit(); } });",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.SpawnBlocking(ct => { Monitor.Enter(gate); try { n++; } finally { Monitor.Exit(gate); } });",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.SpawnBlocking(ct => { bool taken = false; try { Monitor.Enter(gate, ref taken); n++; } finally { if (taken) Monitor.Exit(gate); } });",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.SpawnBlocking(ct => { if (Monitor.TryEnter(gate)) { try { n++; } finally { Monitor.Exit(gate); } } });",
        "int n = 0; var gate = new SemaphoreSlim(1, 1); foreach (var u in urls) set.Spawn(async ct => { await gate.WaitAsync(ct); try { n++; } finally { gate.Release(); } });",
        "int n = 0; using var gate = new SemaphoreSlim(1); foreach (var u in urls) set.Spawn(async ct => { await gate.WaitAsync(ct); n++; gate.Release(); });",
        "int n = 0; var gate = new ReaderWriterLockSlim(); foreach (var u in urls) set.SpawnBlocking(ct => { gate.EnterWriteLock(); try { n++; } finally { gate.ExitWriteLock(); } });",
        "int n = 0; var gate = new Mutex(); foreach (var u in urls) set.SpawnBlocking(ct => { gate.WaitOne(); try { n++; } finally { gate.ReleaseMutex(); } });",
        "int n = 0; var gate = new object(); void Add() { lock (gate) { n++; } } foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Add(); });",
        "int n = 0; var gate = new object(); void Add() => n++; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) { Add(); } });",
        "int claimed = 0; string? first = null; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); if (Interlocked.Exchange(ref claimed, 1) == 0) { first = u; } }); await set.JoinAllAsync(); Console.WriteLine(first);",
        "int left = urls.Count; string? last = null; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); if (Interlocked.Decrement(ref left) > 0) return; last = u; }); await set.JoinAllAsync(); Console.WriteLine(last);",
    ];

    [Theory]
    [MemberData(nameof(Synchronized))]
    public Task Stays_quiet_when_every_write_is_synchronized(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Joined =>
    [
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.JoinAllAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.JoinAllAsync().ConfigureAwait(false); n++;",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); var all = set.JoinAllAsync(); await all; Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); set.Spawn(Do.Step); await set.JoinNextAsync(); await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (await set.JoinNextAsync() is { } r) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (await set.JoinNextAsync() is not null) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while ((await set.JoinNextAsync()).HasValue) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (true) { var r = await set.JoinNextAsync(); if (r is null) break; } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); JoinResult? r; while ((r = await set.JoinNextAsync()) != null) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await foreach (var r in set) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await foreach (var r in set.JoinEachAsync(token).ConfigureAwait(false)) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (!set.IsEmpty) await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (set.Count > 0) await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.ShutdownAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.DisposeAsync(); Console.WriteLine(n); return;",
        "int n = 0; await using (var inner = new JoinSet()) { inner.Spawn(async ct => { await Do.Step(ct); n = 1; }); } Console.WriteLine(n);",
        "int n = 0; var inner = new JoinSet(); await using (inner.ConfigureAwait(false)) { inner.Spawn(async ct => { await Do.Step(ct); n = 1; }); } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); set.JoinAllAsync().GetAwaiter().GetResult(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); set.JoinAllAsync().Wait(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await Task.WhenAll(set.JoinAllAsync(), Task.Delay(1)); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await Drain(); Console.WriteLine(n); async Task Drain() { await foreach (var r in set) { } }",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await Drain(set); Console.WriteLine(n); static async Task Drain(JoinSet s) { await s.JoinAllAsync(); }",
        "int n = 0; foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct); n++; }); await set.JoinNextAsync(); } Console.WriteLine(n);",
        "int n = 0; foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct); n++; }); await set.JoinAllAsync(); } Console.WriteLine(n);",
        "int n = 0; foreach (var u in urls) { await using var inner = new JoinSet(); inner.Spawn(async ct => { await Do.Step(ct); n++; }); } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.JoinAllAsync(); set.Spawn(async ct => { await Do.Step(ct); n = 2; }); await set.JoinAllAsync(); Console.WriteLine(n);",
        "int n = 0; for (int i = 0; i < 1; i++) set.Spawn(Do.Step); set.Spawn(async ct => { await Do.Step(ct); n = 1; }); for (int i = 0; i < 2; i++) await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; try { set.Spawn(async ct => { await Do.Step(ct); n = 1; }); await set.JoinAllAsync(); } catch (Exception) { Console.WriteLine(n); }",
        "int n = 0; try { set.Spawn(async ct => { await Do.Step(ct); n = 1; }); } finally { await set.ShutdownAsync(); } Console.WriteLine(n);",
        "int[] values; set.Spawn(async ct => { await Do.Step(ct); values = []; }); await set.JoinAllAsync(); values = [1];",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); n = (await Gather()).Length; async Task<int[]> Gather() { await set.JoinAllAsync(); return []; }",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); if (set.TryJoinNext(out var first)) Console.WriteLine(n);",
        "int n = 0; var task = set.Spawn(async ct => { await Do.Step(ct); n = 1; }); while (!task.IsFinished) await Task.Yield(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); for (var r = await set.JoinNextAsync(); r.HasValue; r = await set.JoinNextAsync()) { } Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); set.Spawn(Do.Step); do { if (await set.JoinNextAsync() is not { } r) break; } while (true); Console.WriteLine(n);",
        "var tcs = new TaskCompletionSource(); int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; tcs.SetResult(); }); await tcs.Task; Console.WriteLine(n);",
        "var ready = new SemaphoreSlim(0); int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; ready.Release(); }); await ready.WaitAsync(token); Console.WriteLine(n);",
        "var ready = new ManualResetEventSlim(); int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; ready.Set(); }); ready.Wait(token); Console.WriteLine(n);",
    ];

    [Theory]
    [MemberData(nameof(Joined))]
    public Task Stays_quiet_when_the_task_was_joined_first(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Own =>
    [
        "int n = 0; set.Spawn(async ct => { n++; await Do.Step(ct); n++; Console.WriteLine(n); });",
        "foreach (var u in urls) { int n = 0; set.Spawn(async ct => { n++; await Do.Step(ct); }); }",
        "for (int i = 0; i < 3; i++) { int copy = i; set.Spawn(async ct => { await Do.Step(ct); copy++; Console.WriteLine(copy); }); }",
        "for (int i = 0; i < 3; i++) { int n; n = i; set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(n); }); }",
        "while (flag) { int n = 1; set.Spawn(async ct => { await Do.Step(ct); n = 2; }); }",
        "foreach (var u in urls) set.Spawn(async ct => { int n = 0; n++; await Do.Step(ct); Console.WriteLine(n + u); });",
        "set.SpawnEach(urls, async (u, ct) => { u = u.Trim(); await Do.Step(ct); Console.WriteLine(u); });",
        "int n = 1; n++; set.SpawnEach(urls, async (u, ct) => { await Do.Step(ct); Console.WriteLine(u + n); });",
        "int n = 1; foreach (var u in urls) n++; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(n); });",
        "int n = 0; foreach (var u in urls) set.Spawn(static async (s, ct) => { await Do.Step(ct); s++; }, n);",
        "for (int i = 0; i < 3; i++) set.Spawn(static async (s, ct) => { await Do.Step(ct); Console.WriteLine(s); }, i);",
        "void Start(int i) => set.Spawn(async ct => { await Do.Step(ct); i++; Console.WriteLine(i); }); for (int i = 0; i < 3; i++) Start(i);",
        "urls.ForEach(u => { int n = 0; set.Spawn(async ct => { await Do.Step(ct); n++; }); });",
        "int n = 0; foreach (var u in urls) set.SpawnLocal(async ct => { await Do.Step(ct); n++; }); Console.WriteLine(n);",
        "int n = 0; var one = new JoinSet(new JoinSetOptions { MaxConcurrency = 1 }); foreach (var u in urls) one.Spawn(async ct => { await Do.Step(ct); n++; }); await one.JoinAllAsync(); Console.WriteLine(n);",
        "int n = 0; var options = new JoinSetOptions { MaxConcurrency = 1 }; await using var one = new JoinSet(options); one.SpawnEach(urls, async (u, ct) => { await Do.Step(ct); n++; }); await one.JoinAllAsync();",
        "int n = 0; var pair = new ConcurrentExclusiveSchedulerPair(); foreach (var u in urls) set.SpawnOn(pair.ExclusiveScheduler, async ct => { n++; await Do.Step(ct); });",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(nameof(n)); }); n = 2;",
        "int n = 0; if (flag) set.Spawn(async ct => { await Do.Step(ct); n = 1; }); else set.Spawn(async ct => { await Do.Step(ct); n = 2; });",
        "switch (urls.Count) { case 0: int n = 0; set.Spawn(async ct => { await Do.Step(ct); n = 1; }); break; default: set.Spawn(Do.Step); break; }",
        "Func<CancellationToken, Task> Make() { int n = 0; return async ct => { n++; await Do.Step(ct); }; } foreach (var u in urls) set.Spawn(Make());",
        "int total = 0; foreach (var u in urls) set.Spawn(Do.Step); while (await set.JoinNextAsync() is { } r) total++; Console.WriteLine(total);",
        "int spawned = 0; foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(u); }); spawned++; }",
        "int next = 0; for (int i = 0; i < 4; i++) set.Spawn(async ct => { while (Interlocked.Increment(ref next) is var mine && mine < urls.Count) { await Do.Step(ct); Console.WriteLine(urls[mine]); } });",
        "int n = 0; unsafe { int* p = &n; (*p)++; }",
    ];

    [Theory]
    [MemberData(nameof(Own))]
    public Task Stays_quiet_when_nobody_else_is_at_it(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Stays_quiet_when_each_call_of_the_method_has_its_own_parameter() => Snippet.OfMembers("""
        private readonly JoinSet _set = new();

        void Start(int n, List<string> urls)
        {
            _set.Spawn(async ct =>
            {
                await Do.Step(ct);
                n++;
                Console.WriteLine(n);
            });
        }
        """).VerifyAsync("JOIN007");

    private static Task VerifyAsync(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet();\n" + statements + "\nawait set.JoinAllAsync();").VerifyAsync("JOIN007");
}
