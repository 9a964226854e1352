using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>Writes that somebody else may see half-way.</summary>
public sealed class UnsynchronizedWriteAnalyzerTests
{
    public static TheoryData<string> Twins =>
    [
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => {\nn++; // JOIN007\nawait Do.Step(ct); });",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\n++n; // JOIN007\n});",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nn += u.Length; // JOIN007\n});",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => {\nn += await Do.Count(ct); // JOIN007\n});",
        "double n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nn += 0.5; // JOIN007\n}); await set.JoinAllAsync(); Console.WriteLine(n);",
        "string? last = null; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlast = u; // JOIN007\n}); await set.JoinAllAsync(); Console.WriteLine(last);",
        "string? last = null; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlast ??= u; // JOIN007\n});",
        "bool any = false; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nany |= u.Length > 3; // JOIN007\n});",
        "int n = 0; set.SpawnEach(urls, async (u, ct) => { await Do.Step(ct);\nn++; // JOIN007\n});",
        "int n = 0; foreach (var u in urls) set.SpawnBlocking(ct => {\nn++; // JOIN007\n});",
        "int n = 0; for (int i = 0; i < 3; i++) set.SpawnOn(TaskScheduler.Default, async ct => { await Do.Step(ct);\nn++; // JOIN007\n});",
        "int n = 0; while (flag) { set.Spawn(async ct => { await Do.Step(ct);\nn--; // JOIN007\n}); }",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nint.TryParse(u, out n); // JOIN007\n});",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nBump(ref n); // JOIN007\n}); static void Bump(ref int x) => x++;",
        "int a = 0, b = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\n(a, var c) = (u.Length, 2); // JOIN007\n});",
        "var p = (X: 0, Y: 0); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\np.X++; // JOIN007\n});",
        "int n = 0; async Task Work(CancellationToken ct) { await Do.Step(ct);\nn++; // JOIN007\n} foreach (var u in urls) set.Spawn(Work);",
        "int n = 0; void Add() {\nn++; // JOIN007\n} foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Add(); });",
        "int n = 0; Action add = () => {\nn++; // JOIN007\n}; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); add(); });",
        "int n = 0; Func<CancellationToken, Task> work = async ct => { await Do.Step(ct);\nn++; // JOIN007\n}; foreach (var u in urls) set.Spawn(work);",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); urls.ForEach(x => {\nn++; // JOIN007\n}); });",
        "int n = 0; void Start() => set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); foreach (var u in urls) Start();",
        "int n = 0; urls.ForEach(u => set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}));",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (new object()) {\nn++; // JOIN007\n} });",
        "int n = 0; foreach (var u in urls) { var gate = new object(); set.Spawn(async ct => { await Do.Step(ct); lock (gate) {\nn++; // JOIN007\n} }); }",
        "int n = 0; var gate = new SemaphoreSlim(4); foreach (var u in urls) set.Spawn(async ct => { await gate.WaitAsync(ct); try {\nn++; // JOIN007\n} finally { gate.Release(); } });",
        "int n = 0; var gate = new SemaphoreSlim(4); foreach (var u in urls) { await gate.WaitAsync(token); set.Spawn(async ct => { try { await Do.Step(ct);\nn++; // JOIN007\n} finally { gate.Release(); } }); }",
        "int n = 0; var gate = new object(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlock (gate) { n++; } // JOIN007\nn++; });",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (set) { }\nn++; // JOIN007\n});",
        "int n = 0; foreach (var u in urls) { if (set.Count >= 4) await set.JoinNextAsync(); set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); }",
        "int n = 0; foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); set.TryJoinNext(out var done); }",
        "int n = 0; foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); set.Spawn(Do.Step); await set.JoinNextAsync(); }",
        "int n = 0; foreach (var u in urls) set.Spawn(async ct => { await using var inner = new JoinSet(); inner.Spawn(async c => { await Do.Step(c);\nn++; // JOIN007\n}); await inner.JoinAllAsync(); });",
        "int n = 0; async Task Visit(int depth, CancellationToken ct) { await Do.Step(ct);\nn++; // JOIN007\nfor (int i = 0; i < depth; i++) { int next = i; set.Spawn(c => Visit(next, c)); } } set.Spawn(ct => Visit(3, ct));",
        "int n = 0; var bounded = new JoinSet(new JoinSetOptions { MaxConcurrency = 4 }); foreach (var u in urls) bounded.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); await bounded.JoinAllAsync();",
        "int n = 0; var same = set; foreach (var u in urls) same.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n});",
    ];

    [Theory]
    [MemberData(nameof(Twins))]
    public Task Reports_when_tasks_of_one_spawn_write(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Others =>
    [
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); set.Spawn(async ct => { await Do.Step(ct); Interlocked.Increment(ref n); });",
        "int n = 0; var gate = new object(); set.Spawn(async ct => { await Do.Step(ct); lock (gate) n++; }); set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n});",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(n); });",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(n); }); set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n});",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n});",
        "int n = 0; await using var two = new JoinSet(); set.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); two.Spawn(async ct => { await Do.Step(ct);\nn++; // JOIN007\n}); await two.JoinAllAsync();",
        "int n = 0; set.Spawn(async ct => { n++; await Do.Step(ct); set.Spawn(async c => { await Do.Step(c);\nConsole.WriteLine(n); // JOIN007\n}); n = 2; });",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public Task Reports_when_another_task_uses_it(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Spawners =>
    [
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); n = 2;",
        "bool done = false; set.Spawn(async ct => { await Do.Step(ct);\ndone = true; // JOIN007\n}); while (!done) await Task.Delay(5);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.Spawn(Do.Step); await set.JoinNextAsync(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.Spawn(Do.Step); while (await set.JoinNextAsync() is { } r) Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.Spawn(Do.Step); await foreach (var r in set) Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.DetachAll(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); set.AbortAll(); Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); var all = set.JoinAllAsync(); Console.WriteLine(n); await all;",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); Show(); void Show() => Console.WriteLine(n);",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); Console.WriteLine(urls.Count(u => u.Length > n));",
        "int n = 0; set.Spawn(async ct => { await Do.Step(ct);\nn = 1; // JOIN007\n}); if (flag) return; Console.WriteLine(n);",
        "decimal n = 0; var gate = new object(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) {\nn += 1; // JOIN007\n} }); Console.WriteLine(n);",
    ];

    [Theory]
    [MemberData(nameof(Spawners))]
    public Task Reports_when_the_spawner_uses_it_before_the_join(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Writers =>
    [
        "for (int i = 0; i < 3; i++) set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(i); // JOIN007\n});",
        "for (int i = 0; i < 3; i++) { set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(urls[i]); // JOIN007\n}); }",
        "int i = 0; while (i < 3) { set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(i); // JOIN007\n}); i++; }",
        "bool stop = false; set.Spawn(async ct => {\nwhile (!stop) await Do.Step(ct); // JOIN007\n}); stop = true;",
        "string name = \"a\"; set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(name); // JOIN007\n}); name = \"b\";",
        "string name; foreach (var u in urls) { name = u; set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(name); // JOIN007\n}); }",
        "using var e = urls.GetEnumerator(); int n = 0; while (n++ < 3) set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(n); // JOIN007\n});",
        "urls = urls.ToList(); set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(urls.Count); // JOIN007\n}); urls = [];",
        "for (int i = 0, j = 9; i < j; i++, j--) set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(j); // JOIN007\n});",
        "int n = 1; set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(n); // JOIN007\n}); foreach (var u in urls) n += u.Length;",
    ];

    [Theory]
    [MemberData(nameof(Writers))]
    public Task Reports_when_the_spawner_writes_what_a_task_reads(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Reports_when_a_parameter_of_a_primary_constructor_is_written() => Snippet.OfFile("""
        class Counter(int count)
        {
            public int Count => count;

            public async Task RunAsync(JoinSet set)
            {
                for (int i = 0; i < 3; i++)
                {
                    set.Spawn(async ct =>
                    {
                        await Do.Step(ct);
                        count++; // JOIN007
                    });
                }

                await set.JoinAllAsync();
            }
        }
        """).VerifyAsync("JOIN007");

    [Fact]
    public Task Reports_when_the_set_is_a_field() => Snippet.OfMembers("""
        private readonly JoinSet _set = new();

        void Start(List<string> urls)
        {
            int n = 0;
            foreach (var u in urls)
            {
                _set.Spawn(async ct =>
                {
                    await Do.Step(ct);
                    n++; // JOIN007
                });
            }
        }
        """).VerifyAsync("JOIN007");

    [Fact]
    public Task Reports_in_top_level_statements() => Snippet.OfFile("""
        int n = 0;
        await using var set = new JoinSet();
        for (int i = 0; i < 3; i++)
        {
            set.Spawn(async ct =>
            {
                await Do.Step(ct);
                n++; // JOIN007
            });
        }

        await set.JoinAllAsync();
        """).VerifyAsync("JOIN007");

    [Fact]
    public Task Reports_when_the_spawner_is_itself_a_task() => Snippet.OfStatements("""
        await using var outer = new JoinSet();
        outer.Spawn(async ct =>
        {
            int n = 0;
            await using var inner = new JoinSet(ct);
            foreach (var u in urls) inner.Spawn(async c => { await Do.Step(c);
                n++; // JOIN007
            });
            await inner.JoinAllAsync();
        });
        await outer.JoinAllAsync();
        """).VerifyAsync("JOIN007");

    private static Task VerifyAsync(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet();\n" + statements + "\nawait set.JoinAllAsync();").VerifyAsync("JOIN007");
}
