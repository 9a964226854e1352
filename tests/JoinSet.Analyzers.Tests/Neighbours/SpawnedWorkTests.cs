using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Neighbours;

/// <summary>IDISP013 on what a lambda in a using returns: silenced where a set that ends within the using waits for it.</summary>
public sealed class SpawnedWorkTests
{
    private const string Task = "Do.Read(stream, t)";

    [Theory]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(t => TASK); await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(t => { return TASK; }); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(delegate (CancellationToken t) { return TASK; }); await set.JoinAllAsync();")]
    [InlineData("using (var stream = Open()) { await using (var set = new JoinSet<int>()) { foreach (var url in urls) set.Spawn(t => TASK); await set.JoinAllAsync(); } }")]
    [InlineData("using var stream = Open(); var set = new JoinSet<int>(); set.Spawn(t => TASK); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.SpawnEach(urls, (url, t) => TASK); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.SpawnOn(TaskScheduler.Default, t => TASK); await set.ShutdownAsync();")]
    [InlineData("await using var set = new JoinSet<int>(); using var stream = Open(); set.Spawn(t => TASK); await set.JoinAllAsync();")]
    public async Task Work_of_a_drained_set_is_answered_for(string body)
        => Assert.Equal([Task], await Answers.SuppressedAsync(OfMethod(body), "IDISP013"));

    [Theory]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(t => TASK);")] // JOIN001
    [InlineData("using var stream = Open(); using var set = new JoinSet<int>(); set.Spawn(t => TASK); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); var set = new JoinSet<int>(); set.Spawn(t => TASK); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(t => TASK); set.DetachAll();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); set.Spawn(t => TASK); Let(set); static void Let(JoinSet<int> its) => its.DetachAll();")]
    [InlineData("var set = new JoinSet<int>(); using (var stream = Open()) { set.Spawn(t => TASK); } await set.JoinAllAsync();")]
    [InlineData("var set = new JoinSet<int>(); if (urls.Count > 1) { using var stream = Open(); set.Spawn(t => TASK); } await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>(); using var stream = Open(); foreach (var url in urls) set.Spawn(t => TASK); await foreach (var r in set) Console.WriteLine(r);")]
    [InlineData("await using var set = new JoinSet<int>(); set.Spawn(t => { using var stream = Open(); return TASK; }); await set.JoinAllAsync();")]
    [InlineData("await using var set = new JoinSet<int>(); set.Spawn(t => { using (var stream = Open()) { return TASK; } }); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<Task<int>>(); set.SpawnBlocking(t => TASK); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); await using var set = new JoinSet<int>(); Func<CancellationToken, Task<int>> f = t => TASK; set.Spawn(f); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); Other.Spawn(t => TASK); await Other.JoinAllAsync();")]
    [InlineData("using var stream = Open(); var set = Other; set.Spawn(t => TASK); await set.JoinAllAsync();")]
    [InlineData("using var stream = Open(); var set = new JoinSet<int>(); set = Other; set.Spawn(t => TASK); await set.JoinAllAsync();")]
    public async Task Anything_else_is_left_to_them(string body)
    {
        Snippet snippet = OfMethod(body);

        Assert.Contains(Task, await Answers.LeftAsync(snippet, "IDISP013"));
        Assert.Empty(await Answers.SuppressedAsync(snippet, "IDISP013"));
    }

    // Under using the caller gets a disposed set: JOIN017 says the same as they do.
    [Fact]
    public async Task Join_that_is_returned_out_of_a_using_is_left_to_them()
    {
        var snippet = Snippet.OfMembers("Task<int[]> Run() { using var set = new JoinSet<int>(); set.Spawn(Do.Count); return set.JoinAllAsync(); }");

        Assert.Contains("set.JoinAllAsync()", await Answers.LeftAsync(snippet, "IDISP013"));
    }

    private static Snippet OfMethod(string body) => Snippet.OfFile(
        "class Program { static JoinSet<int> Other = null!; static System.IO.Stream Open() => System.IO.Stream.Null; "
        + "static class Do { public static Task<int> Read(System.IO.Stream stream, CancellationToken token) => stream.ReadAsync(new byte[1], 0, 1, token); } "
        + "static async Task Run(List<string> urls) { await Task.Yield(); " + body.Replace("TASK", Task, StringComparison.Ordinal) + " } }");
}
