using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>The tasks return what they wrote: what that looks like for each kind of write and of join, and where the shape does not allow it.</summary>
public sealed class UnsynchronizedWriteReturnTests
{
    private const string Return = "JOIN007.Return";

    private const string AllAtOnce = "await set.JoinAllAsync(); // all";

    [Theory]
    [InlineData("int n = 0;", "{|JOIN007:n|} += url.Length; // adds", "int", "return url.Length; // adds", "n += value;")]
    [InlineData("int n = 0;", "{|JOIN007:n|} += await Do.Count(ct);", "int", "return await Do.Count(ct);", "n += value;")]
    [InlineData("long n = 0;", "{|JOIN007:n|} -= url.Length;", "int", "return url.Length;", "n -= value;")]
    [InlineData("decimal n = 0;", "{|JOIN007:n|} = n + url.Length;", "int", "return url.Length;", "n += value;")]
    [InlineData("byte n = 0;", "{|JOIN007:n|} += 2;", "byte", "return 2;", "n += value;")]
    [InlineData("int n = 0;", "{|JOIN007:n|}++;", "int", "return 1;", "n += value;")]
    [InlineData("double n = 0;", "--{|JOIN007:n|};", "double", "return 1;", "n -= value;")]
    [InlineData("int n = 0;", "{|JOIN007:n|} = Math.Max(n, url.Length);", "int", "return url.Length;", "n = Math.Max(n, value);")]
    [InlineData("int n = 9;", "{|JOIN007:n|} = Math.Min(url.Length, n);", "int", "return url.Length;", "n = Math.Min(value, n);")]
    [InlineData("string n = \"\";", "{|JOIN007:n|} += url;", "string", "return url;", "n += value;")]
    [InlineData("var n = \"\";", "{|JOIN007:n|} = url;", "string", "return url;", "n = value;")]
    [InlineData("string? n = null;", "{|JOIN007:n|} = flag ? url : null;", "string?", "return flag ? url : null;", "n = value;")]
    [InlineData("object n = 1;", "{|JOIN007:n|} = url;", "object", "return url;", "n = value;")]
    public Task The_value_is_returned_and_taken_where_all_are_joined(string declaration, string write, string type, string result, string fold) => FixTest.VerifyStatementsAsync(
        Return,
        Program(declaration, "JoinSet", write, AllAtOnce),
        Program(declaration, $"JoinSet<{type}>", result, $"foreach ({type} value in await set.JoinAllAsync())\n{{\n    {fold}\n}} // all"));

    [Theory]
    [InlineData("while (await set.JoinNextAsync() is { } r)\n{\n    r.ThrowIfFailed();\n}", "while (await set.JoinNextAsync() is { } r)\n{\n    n += r.Value;\n}")]
    [InlineData("while (await set.JoinNextAsync() is JoinResult r) r.ThrowIfFailed();", "while (await set.JoinNextAsync() is JoinResult<int> r) n += r.Value;")]
    [InlineData("await foreach (var r in set)\n{\n    // told\n    Console.WriteLine(r.Error);\n}", "await foreach (var r in set)\n{\n    if (r.TryGetValue(out var value))\n    {\n        n += value;\n    }\n\n    // told\n    Console.WriteLine(r.Error);\n}")]
    [InlineData("await foreach (JoinResult r in set.JoinEachAsync())\n{\n    r.ThrowIfFailed();\n    Console.WriteLine(r.Id);\n}", "await foreach (JoinResult<int> r in set.JoinEachAsync())\n{\n    n += r.Value;\n    Console.WriteLine(r.Id);\n}")]
    public Task The_value_is_taken_in_the_join_loop(string join, string after) => FixTest.VerifyStatementsAsync(
        Return,
        Program("int n = 0;", "JoinSet", "{|JOIN007:n|} += url.Length;", join),
        Program("int n = 0;", "JoinSet<int>", "return url.Length;", after));

    [Fact]
    public Task A_choice_goes_to_the_join_as_a_whole() => FixTest.VerifyStatementsAsync(
        Return,
        Program("int n = 0;", "JoinSet", "int c = url.Length;\n        if (c > n)\n        {\n            {|JOIN007:n|} = c;\n        }", "await set.JoinAllAsync();"),
        Program("int n = 0;", "JoinSet<int>", "int c = url.Length;\n        return c;", "foreach (int value in await set.JoinAllAsync())\n{\n    if (value > n)\n    {\n        n = value;\n    }\n}"));

    [Fact]
    public Task Work_on_a_thread_of_its_own_returns_it_too() => FixTest.VerifyStatementsAsync(
        Return,
        """
        long n = 0;
        await using JoinSet set = new();
        foreach (string url in urls)
        {
            set.SpawnBlocking(ct => {|JOIN007:n|} += url.Length);
        }

        await set.JoinAllAsync();
        """,
        """
        long n = 0;
        await using JoinSet<int> set = new();
        foreach (string url in urls)
        {
            set.SpawnBlocking(ct => url.Length);
        }

        foreach (int value in await set.JoinAllAsync())
        {
            n += value;
        }
        """);

    [Fact]
    public Task All_spawns_of_the_set_return_alike() => FixTest.VerifyStatementsAsync(
        Return,
        """
        int value = 0;
        await using (var set = new JoinSet())
        {
            set.Spawn(async ct => { await Do.Step(ct); {|JOIN007:value|} += 2; });
            set.Spawn(async ct => { {|JOIN007:value|} += await Do.Count(ct); });
            await set.JoinAllAsync();
        }
        """,
        """
        int value = 0;
        await using (var set = new JoinSet<int>())
        {
            set.Spawn(async ct => { await Do.Step(ct); return 2; });
            set.Spawn(async ct => { return await Do.Count(ct); });
            foreach (int value1 in await set.JoinAllAsync())
            {
                value += value1;
            }
        }
        """);

    [Theory]
    [InlineData("n++; await Do.Step(ct);", AllAtOnce)]
    [InlineData("n++; await Do.Step(ct); n--;", AllAtOnce)]
    [InlineData("await Do.Step(ct); if (flag) return; n++;", AllAtOnce)]
    [InlineData("await Do.Step(ct); if (flag) n++;", AllAtOnce)]
    [InlineData("await Do.Step(ct); n = url.Length - n;", AllAtOnce)]
    [InlineData("await Do.Step(ct); n <<= n;", AllAtOnce)]
    [InlineData("await Do.Step(ct); n++;", "Console.WriteLine(n); await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); n++;", "try { await set.JoinAllAsync(); } catch (TimeoutException) { }")]
    [InlineData("await Do.Step(ct); n++;", "if (flag) await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); n++;", "await set.ShutdownAsync();")]
    [InlineData("await Do.Step(ct); n++;", "await foreach (var r in set) { if (r.IsFaulted) break; }")]
    [InlineData("await Do.Step(ct); n++;", "await foreach (var r in set) { Console.WriteLine(r); }")]
    [InlineData("await Do.Step(ct); n++;", "await foreach (var r in set) { Console.WriteLine(n); }")]
    [InlineData("await Do.Step(ct); n++;", "set.Spawn(Do.Step); await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); n++;", "set.Spawn(async ct => { await Do.Step(ct); n += 2.ToString().Length; }); set.AbortAll(); await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct); n++;", "Drain(set); static async void Drain(JoinSet mine) => await mine.JoinAllAsync();")]
    public async Task It_is_not_offered_when_the_shape_is_another(string work, string join)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(Program("int n = 0;", "JoinSet", work, join)), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Return);
    }

    [Theory]
    [InlineData("await using var other = new JoinSet(); other.Spawn(async ct => { await Do.Step(ct); n++; });", "")]
    [InlineData("", "void Show() => Console.WriteLine(n);")]
    public async Task It_is_not_offered_when_other_functions_use_the_variable(string before, string after)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfStatements($"int n = 0; {before} await using var set = new JoinSet(); foreach (var u in urls) set.Spawn(async ct => {{ await Do.Step(ct); n++; }}); await set.JoinAllAsync(); {after}"), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Return);
    }

    [Fact]
    public async Task It_is_not_offered_when_the_variable_is_out_of_reach_at_the_join()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfStatements("await using var set = new JoinSet(); foreach (var u in urls) { int n = 0; set.Spawn(async ct => { await Do.Step(ct); n++; }); set.Spawn(async ct => { await Do.Step(ct); n++; }); } await set.JoinAllAsync();"), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Return);
    }

    [Fact]
    public async Task It_is_not_offered_when_the_set_gives_values_already()
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(
            Snippet.OfStatements("long n = 0; await using var set = new JoinSet<int>(); foreach (var u in urls) set.Spawn(async ct => { n += u.Length; return await Do.Count(ct); }); await set.JoinAllAsync();"), "JOIN007");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Return);
    }

    private static string Program(string declaration, string set, string work, string join) => $$"""
        {{declaration}}
        await using var set = new {{set}}();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                await Do.Step(ct);
                {{work}}
            });
        }

        {{join}}
        """;
}
