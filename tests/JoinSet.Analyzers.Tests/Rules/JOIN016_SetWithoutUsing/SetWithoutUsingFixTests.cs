using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN016_SetWithoutUsing;

/// <summary>What the remedy writes.</summary>
public sealed class SetWithoutUsingFixTests
{
    [Theory]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); await foreach (var r in set) Console.WriteLine(r.Value);")]
    [InlineData("set.Spawn(Do.Count); await Task.Delay(1, token); await set.ShutdownAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) r.ThrowIfFailed();")]
    [InlineData("set.Spawn(Do.Count); try { Console.WriteLine(); } catch (InvalidOperationException) { await set.ShutdownAsync(); } await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine(); set.DetachAll();")]
    public Task Every_fix_is_good_for(string statements)
        => FixSweep.VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements));

    [Fact]
    public Task Using_declares_the_set() => FixTest.VerifyStatementsAsync(
        "JOIN016.Using",
        """
        // the jobs
        JoinSet<int> {|JOIN016:set|} = new(); // all of them
        set.Spawn(Do.Count);
        Console.WriteLine("meanwhile");
        await set.JoinAllAsync();
        """,
        """
        // the jobs
        await using JoinSet<int> set = new(); // all of them
        set.Spawn(Do.Count);
        Console.WriteLine("meanwhile");
        await set.JoinAllAsync();
        """);

    [Theory]
    [InlineData("JoinSet<int> set; set = new(); set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); set = new();")]
    [InlineData("switch (urls.Count) { case 1: var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); break; }")]
    public async Task Offers_nothing_where_the_variable_cannot_be_a_using(string statements)
        => Assert.Empty(await Workbench.OfferedAsync(Snippet.OfStatements(statements), "JOIN016"));

    [Fact]
    public async Task Offers_nothing_before_CSharp_8()
        => Assert.Empty(await Workbench.OfferedAsync(
            new Snippet(Snippet.Usings + Snippet.Work + "class Program { async Task Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); } }", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3), "JOIN016"));
}
