using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN004_UnsafeSharedCapture;

/// <summary>Objects in more hands than they bear.</summary>
public sealed class UnsafeSharedCaptureAnalyzerTests
{
    public static TheoryData<string> Twins =>
    [
        "var list = new List<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(u.Length); // JOIN004\n});",
        "var list = new List<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nif (list.Count < 3) // JOIN004\nlist.Add(u.Length); });",
        "var map = new Dictionary<string, int>(); foreach (var u in urls) set.Spawn(async ct => {\nmap[u] = // JOIN004\nawait Do.Count(ct); });",
        "var map = new Dictionary<string, List<int>>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nif (!map.TryGetValue(u, out var all)) // JOIN004\nmap[u] = all = []; });",
        "var seen = new HashSet<string>(); set.SpawnEach(urls, async (u, ct) => {\nif (seen.Add(u)) // JOIN004\nawait Do.Step(ct); });",
        "var queue = new Queue<string>(urls); for (int i = 0; i < 3; i++) set.Spawn(async ct => {\nwhile (queue.TryDequeue(out var u)) // JOIN004\nawait Do.Step(ct); });",
        "var text = new System.Text.StringBuilder(); set.SpawnEach(urls, async (u, ct) => { await Do.Step(ct);\ntext.Append(u).Append(','); // JOIN004\n});",
        "var random = new Random(); foreach (var u in urls) set.Spawn(async ct =>\nawait Task.Delay(random.Next(5), ct)); // JOIN004",
        "var slots = new int[1]; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nslots[0]++; // JOIN004\n});",
        "var list = new List<int>(); foreach (var u in urls) set.Spawn(static async (all, ct) => { await Do.Step(ct);\nall.Add(1); // JOIN004\n}, list);",
        "var list = new List<int>(); var same = list; foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nsame.Add(1); // JOIN004\n});",
        "foreach (var u in urls) { var same = urls; set.Spawn(async ct => { await Do.Step(ct);\nsame.Add(u); // JOIN004\n}); }",
        "ICollection<int> list = new List<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n});",
        "var list = new List<int>(); void Keep(int n) =>\nlist.Add(n); // JOIN004\nforeach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Keep(1); });",
        "var list = new List<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); urls.ForEach(x =>\nlist.Add(x.Length)); // JOIN004\n});",
        "List<int>? list = new(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct);\nlist?.Add(1); // JOIN004\n});",
        "var list = new List<int>(); foreach (var u in urls) { var gate = new object(); set.Spawn(async ct => { await Do.Step(ct); lock (gate)\nlist.Add(1); // JOIN004\n}); }",
        "var list = new List<int>(); var gate = new SemaphoreSlim(4); foreach (var u in urls) set.Spawn(async ct => { await gate.WaitAsync(ct); try {\nlist.Add(1); // JOIN004\n} finally { gate.Release(); } });",
        "var list = new List<int>(); foreach (var u in urls) set.SpawnBlocking(ct =>\nlist.Add(1)); // JOIN004",
        "var seen = new HashSet<string>(); async Task Visit(string u, CancellationToken ct) { await Do.Step(ct);\nif (seen.Add(u)) // JOIN004\nforeach (var next in urls) set.Spawn(c => Visit(next, c)); } set.Spawn(ct => Visit(\"a\", ct));",
    ];

    [Theory]
    [MemberData(nameof(Twins))]
    public Task Reports_when_tasks_of_one_spawn_share(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Company =>
    [
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(2); // JOIN004\n});",
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); list.Add(2);",
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); Console.WriteLine(list.Count);",
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); foreach (var x in list) Console.WriteLine(x);",
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); Console.WriteLine(list.Sum());",
        "for (int i = 0; i < 3; i++) { urls.Add(\"x\"); set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(urls.Count); // JOIN004\n}); }",
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct);\nConsole.WriteLine(list.Count); // JOIN004\n}); set.Spawn(Do.Step); await foreach (var r in set) list.Add(1);",
        "var list = new List<int>(); await using var one = new JoinSet(new JoinSetOptions { MaxConcurrency = 1 }); one.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); // JOIN004\n}); list.Add(2); await one.JoinAllAsync();",
    ];

    [Theory]
    [MemberData(nameof(Company))]
    public Task Reports_when_others_share(string statements) => VerifyAsync(statements);

    public static TheoryData<string> Silent =>
    [
        "var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); await set.JoinAllAsync(); list.Add(2);",
        "var list = new List<int>(); foreach (var u in urls) { set.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); await set.JoinNextAsync(); }",
        "foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(urls.Count + urls[0].Length); });",
        "foreach (var u in urls) { var list = new List<int>(); set.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); }",
        "foreach (var u in urls) set.Spawn(async ct => { var list = new List<int>(); await Do.Step(ct); list.Add(1); });",
        "foreach (var part in urls.Select(u => new List<string>())) set.Spawn(async ct => { await Do.Step(ct); part.Add(\"x\"); });",
        "var bag = new ConcurrentBag<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); bag.Add(1); });",
        "var map = new ConcurrentDictionary<string, int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); map[u] = 1; });",
        "foreach (var u in urls) set.Spawn(async ct => await Task.Delay(Random.Shared.Next(5), ct));",
        "var random = new Random(); foreach (var u in urls) { int wait = random.Next(5); set.Spawn(async ct => await Task.Delay(wait, ct)); }",
        "var slots = new int[urls.Count]; for (int i = 0; i < urls.Count; i++) { int slot = i; set.Spawn(async ct => { slots[slot] = await Do.Count(ct); }); } await set.JoinAllAsync(); Console.WriteLine(slots.Sum());",
        "var slots = new int[2]; set.Spawn(async ct => { slots[0] = await Do.Count(ct); }); set.Spawn(async ct => { slots[1] = await Do.Count(ct); });",
        "var list = new List<int>(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (list) { list.Add(1); } });",
        "var list = new List<int>(); var gate = new Lock(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); lock (gate) list.Add(1); });",
        "var list = new List<int>(); var gate = new SemaphoreSlim(1, 1); foreach (var u in urls) set.Spawn(async ct => { await gate.WaitAsync(ct); try { list.Add(1); } finally { gate.Release(); } });",
        "var list = new List<int>(); var gate = new ReaderWriterLockSlim(); foreach (var u in urls) set.SpawnBlocking(ct => { gate.EnterReadLock(); try { Console.WriteLine(list.Count); } finally { gate.ExitReadLock(); } gate.EnterWriteLock(); try { list.Add(1); } finally { gate.ExitWriteLock(); } });",
        "var list = new List<int>(); foreach (var u in urls) set.SpawnLocal(async ct => { await Do.Step(ct); list.Add(1); }); list.Add(2);",
        "var list = new List<int>(); await using var one = new JoinSet(new JoinSetOptions { MaxConcurrency = 1 }); foreach (var u in urls) one.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); await one.JoinAllAsync();",
        "var list = new List<int>(); set.Spawn(Do.Step); await foreach (var r in set) list.Add(1);",
        "IDictionary<string, int> map = Make(); foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); map[u] = 1; }); static IDictionary<string, int> Make() => new ConcurrentDictionary<string, int>();",
        "var channel = System.Threading.Channels.Channel.CreateUnbounded<int>(); foreach (var u in urls) set.Spawn(async ct => await channel.Writer.WriteAsync(1, ct));",
        "var list = new List<int>(); if (flag) set.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); else list.Add(2);",
        "foreach (var u in urls) set.Spawn(async ct => { await Do.Step(ct); Console.WriteLine(u); }); Console.WriteLine(urls.Count);",
    ];

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Stays_quiet_when_nothing_meets(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Judges_this_by_the_fields_that_are_touched() => Snippet.OfMembers("""
        private readonly JoinSet _set = new();
        private readonly List<string> _names = [];
        private readonly ConcurrentQueue<string> _queue = new();
        private int _count, _total, _sum;

        void Start(List<string> urls)
        {
            foreach (var u in urls)
            {
                _set.Spawn(async ct =>
                {
                    await Do.Step(ct);
                    _names.Add(u); // JOIN004
                    _queue.Enqueue(u);
                    Interlocked.Increment(ref _count);
                    _sum += u.Length; // JOIN004
                    lock (_queue) { _total++; }
                });
            }
        }
        """).VerifyAsync("JOIN004");

    [Fact]
    public Task Follows_methods_of_this_that_tasks_run() => Snippet.OfMembers("""
        private readonly List<string> _names = [];
        private readonly object _gate = new();
        private int _count, _safe;
        private bool _done;

        async Task Run(List<string> urls)
        {
            await using var set = new JoinSet();
            foreach (var u in urls)
            {
                set.Spawn(ct => LoadAsync(u, ct)); // JOIN004
                set.Spawn(LogAsync);
            }

            await set.JoinAllAsync();
            Console.WriteLine(_count + _names.Count);
        }

        async Task LoadAsync(string url, CancellationToken ct)
        {
            await Do.Step(ct);
            Keep(url);
        }

        void Keep(string url)
        {
            url = url.Trim();
            _names.Add(url);
        }

        async Task LogAsync(CancellationToken ct)
        {
            await Do.Step(ct);
            _count++; // JOIN004
            _done = true;
            lock (_gate)
            {
                Bump();
            }
        }

        void Bump() => _safe++;
        """).VerifyAsync("JOIN004");

    [Fact]
    public Task Stays_quiet_when_a_method_of_this_joins_first() => Snippet.OfMembers("""
        private readonly JoinSet _set = new();
        private readonly List<string> _names = [];

        async Task Run()
        {
            _set.Spawn(async ct =>
            {
                await Do.Step(ct);
                _names.Add("x");
            });
            await FinishAsync();
            _names.Add("y");
        }

        private Task FinishAsync() => _set.JoinAllAsync();
        """).VerifyAsync("JOIN004");

    [Fact]
    public Task Judges_objects_by_the_parts_that_are_touched() => Snippet.OfFile("""
        class Report { public List<string> Lines { get; } = []; public List<string> Notes { get; } = []; public int Total { get; set; } public int Size { get; set; } }
        class Program
        {
            static async Task Run(JoinSet set, List<string> urls)
            {
                var shared = new Report();
                var apart = new Report();
                foreach (var u in urls)
                {
                    set.Spawn(async ct =>
                    {
                        await Do.Step(ct);
                        shared.Lines.Add(u); // JOIN004
                    });
                }

                set.Spawn(async ct => { await Do.Step(ct); apart.Lines.Add("x"); apart.Total = 1; });
                set.Spawn(async ct => { await Do.Step(ct); apart.Notes.Add("x"); apart.Size = 2; });
                await set.JoinAllAsync();
                var counted = new Report();
                foreach (var u in urls)
                {
                    set.Spawn(async ct =>
                    {
                        await Do.Step(ct);
                        counted.Total += u.Length; // JOIN004
                    });
                }

                await set.JoinAllAsync();
            }
        }
        """).VerifyAsync("JOIN004");

    [Theory]
    [InlineData(
        "var list = new List<int>();\nforeach (var u in urls)\nset.Spawn(async ct => { await Do.Step(ct);\nlist.Add(1); });",
        "'list' is changed on line 12 by every task that line 11 spawns, and they run at once, but List<int> is not safe for several threads at once (documented); return the value and gather it from the join results, use a concurrent collection, or lock every use")]
    [InlineData(
        "var list = new List<int>();\nset.Spawn(async ct => { await Do.Step(ct); list.Add(1); });\nConsole.WriteLine(list.Count);",
        "'list' is changed on line 10 and used on line 11, by the task that line 10 spawns and by the code that spawned it, before the task was joined, but List<int> is not safe for several threads at once (documented); return the value and gather it from the join results, use a concurrent collection, or lock every use")]
    [InlineData(
        "var random = new Random();\nset.SpawnEach(urls, async (u, ct) => await Task.Delay(random.Next(5), ct));",
        "'random' is used on line 10 by every task that line 10 spawns, and they run at once, but Random is not safe for several threads at once (documented); use Random.Shared")]
    public async Task Report_says(string statements, string message)
    {
        Diagnostic report = await Snippet.OfStatements("await using var set = new JoinSet();\n" + statements + "\nawait set.JoinAllAsync();").SingleReportAsync("JOIN004");

        Assert.Equal(message, report.GetMessage(null));
        Assert.True(report.AdditionalLocations.Count >= 2);
    }

    private static Task VerifyAsync(string statements)
        => Snippet.OfStatements("await using var set = new JoinSet();\n" + statements + "\nawait set.JoinAllAsync();").VerifyAsync("JOIN004");
}
