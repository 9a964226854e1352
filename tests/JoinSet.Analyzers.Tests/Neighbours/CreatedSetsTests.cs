using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Neighbours;

/// <summary>CA2000 and IDISP001 on a set that a local holds: silenced where every end of its life is drained.</summary>
public sealed class CreatedSetsTests
{
    private const string Creation = "new JoinSet<int>()";

    private const string Holder = "var set = new JoinSet<int>()";

    [Theory]
    [InlineData("set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } result) Console.WriteLine(result);")]
    [InlineData("set.Spawn(Do.Count); await foreach (var result in set) Console.WriteLine(result);")]
    [InlineData("set.Spawn(Do.Count); await set.ShutdownAsync();")]
    [InlineData("set.Spawn(Do.Count); set.DetachAll();")]
    [InlineData("set.Spawn(Do.Count); if (flag) { await set.ShutdownAsync(); return; } await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); set.AbortAll(); await set.DisposeAsync();")]
    [InlineData("try { set.Spawn(Do.Count); await set.JoinAllAsync(); } finally { await set.DisposeAsync(); }")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); await Finish(set); static async Task Finish(JoinSet<int> its) => await its.JoinAllAsync();")]
    public async Task Drained_set_is_answered_for(string rest)
    {
        Snippet snippet = OfBody(rest);

        Assert.Contains(Creation, await Answers.SuppressedAsync(snippet, "CA2000"));
        Assert.Contains(Holder, await Answers.SuppressedAsync(snippet, "IDISP001"));
    }

    [Theory]
    [InlineData("set.Spawn(Do.Count);")]
    [InlineData("set.Spawn(Do.Count); if (flag) return; await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); set.AbortAll();")]
    [InlineData("set.Spawn(Do.Count); set.Dispose();")]
    [InlineData("set.Spawn(Do.Count); await set.DisposeAsync();")]
    [InlineData("set.Spawn(Do.Count); Keep(set); static void Keep(object it) => GC.SuppressFinalize(it);")]
    [InlineData("set.Spawn(Do.Count); await set.JoinAllAsync(); Task.Run(() => { set.Spawn(Do.Count); });")]
    [InlineData("for (var i = 0; i < urls.Count; i++) set.Spawn(Do.Count); for (var i = 0; i < urls.Count; i++) await set.JoinNextAsync();")]
    [InlineData("set.Spawn(Do.Count); while (true) await Task.Yield();")]
    public async Task Any_other_set_is_left_to_them(string rest)
    {
        Snippet snippet = OfBody(rest);

        Assert.Contains(Creation, await Answers.LeftAsync(snippet, "CA2000"));
        Assert.Contains(Holder, await Answers.LeftAsync(snippet, "IDISP001"));
        Assert.Empty(await Answers.SuppressedAsync(snippet, "CA2000"));
        Assert.Empty(await Answers.SuppressedAsync(snippet, "IDISP001"));
    }

    [Theory]
    [InlineData("JoinSet<int> set; set = new(); await set.JoinAllAsync();", "new()", "set = new()")]
    [InlineData("JoinSet<int> set = (new()); await set.JoinAllAsync();", "new()", "JoinSet<int> set = (new())")]
    [InlineData("var set = flag ? new JoinSet<int>() : new(new JoinSetOptions()); await set.JoinAllAsync();", "new(new JoinSetOptions())", "var set = flag ? new JoinSet<int>() : new(new JoinSetOptions())")]
    [InlineData("JoinSet a = new(), b = new(); await a.JoinAllAsync(); await b.JoinAllAsync();", "new()", "JoinSet a = new(), b = new()")]
    [InlineData("var set = Make(); await set.JoinAllAsync();", "Make()", "var set = Make()")]
    [InlineData("var set = await MakeAsync(); await set.JoinAllAsync();", "MakeAsync()", "var set = await MakeAsync()")]
    [InlineData("var set = await MakeAsync().ConfigureAwait(false); await set.JoinAllAsync();", "MakeAsync()", "var set = await MakeAsync().ConfigureAwait(false)")]
    [InlineData("async Task Inner() { var set = new JoinSet(); await set.JoinAllAsync(); } await Inner();", "new JoinSet()", "var set = new JoinSet()")]
    public async Task Every_way_to_make_one_is_known(string body, string creation, string holder)
    {
        Snippet snippet = OfMethod(body);

        Assert.Contains(creation, await Answers.SuppressedAsync(snippet, "CA2000"));
        Assert.Contains(holder, await Answers.SuppressedAsync(snippet, "IDISP001"));
    }

    [Theory]
    [InlineData("var set = flag ? new JoinSet<int>() : Other; set.Spawn(Do.Count); await set.JoinAllAsync();", "var set = flag ? new JoinSet<int>() : Other")]
    [InlineData("JoinSet a = new(), b = new(); a.Spawn(Do.Step); await b.JoinAllAsync();", "JoinSet a = new(), b = new()")]
    [InlineData("IDisposable set = new JoinSet<int>(), other = new System.IO.MemoryStream(); await ((JoinSet<int>)set).JoinAllAsync();", "IDisposable set = new JoinSet<int>(), other = new System.IO.MemoryStream()")]
    [InlineData("var other = new System.IO.MemoryStream(); var set = new JoinSet<int>(); await set.JoinAllAsync();", "var other = new System.IO.MemoryStream()")]
    public async Task Holder_of_something_else_is_left_to_them(string body, string holder)
        => Assert.Contains(holder, await Answers.LeftAsync(OfMethod(body), "IDISP001"));

    [Theory]
    [InlineData("Func<Task> field = async () => { BODY };")]
    [InlineData("Func<Task> Property { get; } = async () => { BODY };")]
    [InlineData("Func<Task> Arrow => async () => { BODY };")]
    [InlineData("Func<Task> Getter { get { return async () => { BODY }; } }")]
    [InlineData("C() { BODY }")]
    [InlineData("C() : this(async () => { BODY }) { } C(Func<Task> start) { }")]
    [InlineData("async IAsyncEnumerable<int> Numbers() { BODY yield return 1; }")]
    public async Task Every_body_is_found(string member)
    {
        var snippet = Snippet.OfFile("class C { " + member.Replace("BODY", member.StartsWith("C() {", StringComparison.Ordinal)
            ? "var set = new JoinSet<int>(); set.Spawn(Do.Count); set.DetachAll();"
            : "var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();", StringComparison.Ordinal) + " }");

        Assert.Equal([Creation], await Answers.SuppressedAsync(snippet, "CA2000"));
    }

    [Fact]
    public async Task Top_level_statements_are_a_body()
    {
        var snippet = new Snippet(Snippet.Usings + "var set = new JoinSet<int>(); set.Spawn(Do.Count); await set.JoinAllAsync();\n" + Snippet.Work);

        Assert.Equal([Creation], await Answers.SuppressedAsync(snippet, "CA2000"));
    }

    private static Snippet OfBody(string rest) => OfMethod("var set = new JoinSet<int>(); " + rest);

    private static Snippet OfMethod(string body) => Snippet.OfFile(
        "class Program { static JoinSet<int> Other = null!; static JoinSet<int> Make() { var made = new JoinSet<int>(); made.Spawn(Do.Count); return made; } "
        + "static async Task<JoinSet<int>> MakeAsync() { var made = new JoinSet<int>(); made.Spawn(Do.Count); await Task.Yield(); return made; } "
        + "static async Task Run(List<string> urls, bool flag, CancellationToken token) { await Task.Yield(); " + body + " } }");
}
