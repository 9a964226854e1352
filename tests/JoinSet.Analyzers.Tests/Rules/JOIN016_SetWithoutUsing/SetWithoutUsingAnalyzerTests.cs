using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN016_SetWithoutUsing;

/// <summary>A local set that an exception could drop with its tasks still running.</summary>
public sealed class SetWithoutUsingAnalyzerTests
{
    [Theory]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); await foreach (var r in set) Console.WriteLine(r.Value);")]
    [InlineData("set.Spawn(Do.Count); await Task.Delay(1, token); await set.ShutdownAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); while (await set.JoinNextAsync() is { } r) r.ThrowIfFailed();")]
    [InlineData("set.Spawn(Do.Count); try { Console.WriteLine(); } catch (InvalidOperationException) { await set.ShutdownAsync(); } await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine(); set.DetachAll();")]
    public async Task Reports_when_an_exception_could_drop_the_set(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>(); // JOIN016\n" + statements).VerifyAsync("JOIN016");

    [Theory]
    [InlineData("set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("foreach (var url in urls) set.Spawn(Do.Count); await set.JoinAllAsync();")]
    [InlineData("int n = 0; for (int i = 0; i < 9; i++) { set.Spawn(Do.Count); n += 2; } await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); set.Spawn(Do.Count); var all = await set.JoinAllAsync(token); Console.WriteLine(all.Length);")]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine();")]
    [InlineData("Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("try { set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); } finally { await set.DisposeAsync(); }")]
    [InlineData("try { set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); } catch { await set.ShutdownAsync(); throw; }")]
    [InlineData("try { set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); } catch (Exception e) { Console.WriteLine(e); await set.ShutdownAsync(); }")]
    [InlineData("await using (set) { set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync(); }")]
    [InlineData("await using var _ = set.ConfigureAwait(false); set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync();")]
    [InlineData("set.Spawn(Do.Count); Console.WriteLine(new[] { set });")]
    public async Task Stays_quiet_when_no_exception_could_or_the_set_is_guarded(string statements)
        => await Snippet.OfStatements("var set = new JoinSet<int>();\n" + statements).VerifyAsync("JOIN016");

    [Theory]
    [InlineData("await using var set = new JoinSet<int>();")]
    [InlineData("using var set = new JoinSet<int>();")]
    [InlineData("await using var scope = new JoinSet<int>(); var set = scope;")]
    public async Task Stays_quiet_when_a_using_declares_it(string declaration)
        => await Snippet.OfStatements(declaration + " set.Spawn(Do.Count); Console.WriteLine(); await set.JoinAllAsync();").VerifyAsync("JOIN016");

    [Theory]
    [InlineData("JoinSet<int> Make() { var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); return set; }")]
    [InlineData("JoinSet<int>? _set; void Start() { var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); _set = set; }")]
    [InlineData("Task<int[]> Run() { var set = new JoinSet<int>(); set.Spawn(Do.Count); Console.WriteLine(); return set.JoinAllAsync(); }")]
    public async Task Stays_quiet_when_somebody_else_owns_the_set(string member) => await Snippet.OfMembers(member).VerifyAsync("JOIN016");

    [Fact]
    public async Task Message_names_the_places()
    {
        var report = await Snippet.OfStatements("var jobs = new JoinSet();\njobs.Spawn(Do.Step);\nConsole.WriteLine();\nConsole.WriteLine();\nawait jobs.JoinAllAsync();").SingleReportAsync("JOIN016");

        Assert.Equal("'jobs' has no using: an exception on lines 10 and 11 would drop it with its tasks still running", report.GetMessage(null));
        Assert.Equal(2, report.AdditionalLocations.Count);
    }
}
