using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN004_UnsafeSharedCapture;

/// <summary>What each remedy writes, and where it is not to be had.</summary>
public sealed class UnsafeSharedCaptureFixTests
{
    private const string Gather = "JOIN004.Gather";
    private const string Concurrent = "JOIN004.Concurrent";
    private const string SharedRandom = "JOIN004.SharedRandom";
    private const string Lock = "JOIN004.Lock";
    private const string SpawnLocal = "JOIN004.SpawnLocal";

    [Fact]
    public Task Gather_returns_the_value_and_adds_all_results() => FixTest.VerifyStatementsAsync(
        Gather,
        """
        var list = new List<int>();
        await using JoinSet set = new JoinSet();
        set.SpawnEach(urls, async (url, ct) =>
        {
            int n = await Do.Count(ct);
            {|JOIN004:list|}.Add(n + url.Length); // one
        });
        await set.JoinAllAsync().ConfigureAwait(false); // all
        Console.WriteLine(list.Count);
        """,
        """
        var list = new List<int>();
        await using JoinSet<int> set = new JoinSet<int>();
        set.SpawnEach(urls, async (url, ct) =>
        {
            int n = await Do.Count(ct);
            return n + url.Length; // one
        });
        list.AddRange(await set.JoinAllAsync().ConfigureAwait(false)); // all
        Console.WriteLine(list.Count);
        """);

    [Theory]
    [InlineData("await Do.Step(ct); if (flag) list.Add(1);", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); if (flag) return; list.Add(1);", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); list.Add(1); list.Add(2);", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); list.Add(1);", "await foreach (var result in set) { if (result.IsFaulted) break; }")]
    [InlineData("await Do.Step(ct); list.Add(1);", "Console.WriteLine(list.Count); await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); list.Add(1);", "set.Spawn(Do.Step); await set.JoinAllAsync();")]
    public async Task Gather_is_not_offered_when_the_shape_is_another(string work, string join)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfStatements($"var list = new List<int>(); await using var set = new JoinSet(); foreach (var u in urls) set.Spawn(async ct => {{ {work} }}); {join}"), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Gather);
    }

    [Theory]
    [InlineData("var list = new List<int>();", "{|JOIN004:list|}.Add(1);", "Console.WriteLine(list.Count + list.Sum());", "var list = new ConcurrentBag<int>();", "list.Add(1);", "Console.WriteLine(list.Count + list.Sum());")]
    [InlineData("List<int> list = new();", "{|JOIN004:list|}.Add(1);", "foreach (int n in list) { }", "ConcurrentBag<int> list = new();", "list.Add(1);", "foreach (int n in list) { }")]
    [InlineData("var map = new Dictionary<string, int>();", "{|JOIN004:map|}[url] = 1;", "map.Remove(\"x\");", "var map = new ConcurrentDictionary<string, int>();", "map[url] = 1;", "map.TryRemove(\"x\", out _);")]
    [InlineData("var seen = new HashSet<string>();", "if ({|JOIN004:seen|}.Add(url)) { }", "Console.WriteLine(seen.Contains(\"x\"));", "var seen = new ConcurrentDictionary<string, byte>();", "if (seen.TryAdd(url, 0)) { }", "Console.WriteLine(seen.ContainsKey(\"x\"));")]
    [InlineData("Queue<string> queue = new Queue<string>();", "{|JOIN004:queue|}.Enqueue(url);", "Console.WriteLine(string.Join(\",\", queue));", "ConcurrentQueue<string> queue = new ConcurrentQueue<string>();", "queue.Enqueue(url);", "Console.WriteLine(string.Join(\",\", queue));")]
    public Task Concurrent_changes_declaration_creation_and_uses(string before, string use, string later, string after, string newUse, string newLater)
        => FixTest.VerifyStatementsAsync(Concurrent, InLoop(before, use, later), InLoop(after, newUse, newLater));

    [Theory]
    [InlineData("var list = new List<int>();", "list.Add(1);", "list.Sort();")]
    [InlineData("var list = new List<int> { 1 };", "list.Add(1);", "")]
    [InlineData("var list = new List<int>();", "list.Add(1);", "List<int> kept = list;")]
    [InlineData("var map = new Dictionary<string, int>();", "map[url] += 1;", "")]
    public async Task Concurrent_is_not_offered_when_a_use_has_no_counterpart(string declaration, string use, string later)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(InLoop(declaration, use, later)), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Concurrent);
    }

    [Fact]
    public Task SharedRandom_takes_the_place_of_the_generator() => FixTest.VerifyStatementsAsync(
        SharedRandom,
        """
        var random = new Random();
        await using var set = new JoinSet();
        set.SpawnEach(urls, async (url, ct) => await Task.Delay({|JOIN004:random|}.Next(5), ct));
        await set.JoinAllAsync();
        """,
        """
        await using var set = new JoinSet();
        set.SpawnEach(urls, async (url, ct) => await Task.Delay(Random.Shared.Next(5), ct));
        await set.JoinAllAsync();
        """);

    [Fact]
    public async Task SharedRandom_is_not_offered_when_there_is_a_seed()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(
            "var random = new Random(1); await using var set = new JoinSet(); set.SpawnEach(urls, async (url, ct) => await Task.Delay(random.Next(5), ct)); await set.JoinAllAsync();"), "JOIN004");

        Assert.Empty(offered);
    }

    [Fact]
    public Task Lock_goes_around_every_use_that_tasks_may_meet() => FixTest.VerifyStatementsAsync(
        Lock,
        """
        var list = new List<int>();
        list.Add(0);
        await using var set = new JoinSet();
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            // one
            {|JOIN004:list|}.Add(1); // more
        });
        list.Add(2);
        Console.WriteLine(list.Count);
        await set.JoinAllAsync();
        list.Add(3);
        """,
        """
        var list = new List<int>();
        list.Add(0);
        await using var set = new JoinSet();
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            // one
            lock (list)
            {
                list.Add(1); // more
            }
        });
        lock (list)
        {
            list.Add(2);
        }
        lock (list)
        {
            Console.WriteLine(list.Count);
        }
        await set.JoinAllAsync();
        list.Add(3);
        """);

    [Fact]
    public Task Interlocked_counts_in_a_field() => FixTest.VerifyMembersAsync(
        "JOIN004.Interlocked",
        """
        private int _done = 1;
        Program() => _done = 2;
        void Note() { _done--; Console.WriteLine(_done); }
        async Task Run(List<string> urls)
        {
            await using var set = new JoinSet();
            set.SpawnEach(urls, async (url, ct) => { await Do.Step(ct); {|JOIN004:_done|} += url.Length; });
            await set.JoinAllAsync();
        }
        """,
        """
        private int _done = 1;
        Program() => _done = 2;
        void Note() { Interlocked.Decrement(ref _done); Console.WriteLine(_done); }
        async Task Run(List<string> urls)
        {
            await using var set = new JoinSet();
            set.SpawnEach(urls, async (url, ct) => { await Do.Step(ct); Interlocked.Add(ref _done, url.Length); });
            await set.JoinAllAsync();
        }
        """);

    [Theory]
    [InlineData("private int _done;", "_done = 0;")]
    [InlineData("private int _done;", "this._done--;")]
    [InlineData("private short _done;", "")]
    [InlineData("internal int _done;", "")]
    public async Task Interlocked_is_not_offered_when_a_write_of_the_field_has_no_counterpart(string field, string write)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfMembers(
            field + " void Note() { " + write + " } async Task Run(List<string> urls) { await using var set = new JoinSet(); set.SpawnEach(urls, async (url, ct) => { await Do.Step(ct); _done++; }); await set.JoinAllAsync(); }"), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == "JOIN004.Interlocked");
    }

    [Fact]
    public async Task SpawnLocal_is_not_offered_where_a_program_begins()
    {
        var program = new Snippet("var list = new System.Collections.Generic.List<int>();\nawait using var set = new JoinSets.JoinSet();\nset.Spawn(async ct => { await System.Threading.Tasks.Task.Delay(1, ct); list.Add(1); });\nset.Spawn(async ct => { await System.Threading.Tasks.Task.Delay(1, ct); list.Add(2); });\nawait set.JoinAllAsync();\n");

        Assert.DoesNotContain(await Workbench.OfferedAsync(program, "JOIN004"), static action => action.EquivalenceKey == SpawnLocal);
    }

    [Fact]
    public Task Lock_is_the_one_that_some_uses_take_already() => FixTest.VerifyStatementsAsync(
        Lock,
        """
        var list = new List<int>();
        object mine = new();
        await using var set = new JoinSet();
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            lock (mine)
            {
                list.Add(1);
            }
        });
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            {|JOIN004:list|}.Add(2);
        });
        await set.JoinAllAsync();
        """,
        """
        var list = new List<int>();
        object mine = new();
        await using var set = new JoinSet();
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            lock (mine)
            {
                list.Add(1);
            }
        });
        set.Spawn(async ct =>
        {
            await Do.Step(ct);
            lock (mine)
            {
                list.Add(2);
            }
        });
        await set.JoinAllAsync();
        """);

    [Fact]
    public async Task SpawnLocal_is_not_offered_when_tasks_of_another_set_use_it()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(
            "var list = new List<int>(); await using var a = new JoinSet(); await using var b = new JoinSet(); a.Spawn(async ct => { await Do.Step(ct); list.Add(1); }); b.Spawn(async ct => { await Do.Step(ct); list.Add(2); }); await a.JoinAllAsync(); await b.JoinAllAsync();"), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == SpawnLocal);
    }

    [Fact]
    public Task SpawnLocal_takes_the_place_of_every_spawn_of_the_set() => FixTest.VerifyStatementsAsync(
        SpawnLocal,
        """
        var list = new List<int>();
        await using var set = new JoinSet();
        set.Spawn(async ct => { await Do.Step(ct); {|JOIN004:list|}.Add(1); });
        set.Spawn(async ct => { await Do.Step(ct); {|JOIN004:list|}.Add(2); }, "two");
        await set.JoinAllAsync();
        """,
        """
        var list = new List<int>();
        await using var set = new JoinSet();
        set.SpawnLocal(async ct => { await Do.Step(ct); list.Add(1); });
        set.SpawnLocal(async ct => { await Do.Step(ct); list.Add(2); }, "two");
        await set.JoinAllAsync();
        """);

    [Fact]
    public async Task Lock_is_not_offered_when_there_may_be_no_object_to_lock()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(InLoop("List<int>? list = flag ? [] : null;", "list?.Add(1);", "")), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Lock);
    }

    private static string InLoop(string declaration, string use, string later) => $$"""
        {{declaration}}
        await using var set = new JoinSet();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                await Do.Step(ct);
                {{use}}
            });
        }

        await foreach (var result in set)
        {
            result.ThrowIfFailed();
        }

        {{later}}
        """;
}
