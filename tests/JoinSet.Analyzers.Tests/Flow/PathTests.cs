using System.Text;
using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Flow;

/// <summary>Paths through finally blocks and handlers, each of which has to come out where it would at run time. JOIN001 tells where a set came out.</summary>
public sealed class PathTests
{
    private const string Held = "var set = new JoinSet<int>(); // JOIN001\nset.Spawn(Do.Count);\n";
    private const string Drained = "var set = new JoinSet<int>(); set.Spawn(Do.Count);\n";

    [Theory]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nwhile (urls.Remove(\"\")) { try { if (urls.Count == 3) continue; set.Spawn(Do.Count); } finally { Console.WriteLine(); } }")]
    [InlineData("var set = new JoinSet<int>(); // JOIN001\nwhile (urls.Remove(\"\")) { try { try { if (urls.Count == 3) throw new InvalidOperationException(); set.Spawn(Do.Count); } finally { Console.WriteLine(); } } catch (InvalidOperationException) { } }")]
    public async Task Comes_to_an_end_where_a_loop_goes_round_through_a_finally(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData(Held + "try { Console.WriteLine(); } finally { try { if (flag) throw new InvalidOperationException(); await set.JoinAllAsync(); } catch (InvalidOperationException) { } }")]
    [InlineData(Held + "try { Console.WriteLine(); } finally { try { try { Console.WriteLine(); } finally { if (flag) throw new InvalidOperationException(); } await set.JoinAllAsync(); } catch (InvalidOperationException) { } }")]
    [InlineData(Drained + "try { Console.WriteLine(); } finally { try { try { Console.WriteLine(); } finally { if (flag) throw new InvalidOperationException(); } } catch (InvalidOperationException) { } await set.JoinAllAsync(); }")]
    public async Task Goes_on_with_the_outer_finally_where_an_inner_one_is_broken_off(string statements) => await VerifyAsync(statements);

    [Theory]
    [InlineData("catch { }", false)]
    [InlineData("catch (Exception) { }", false)]
    [InlineData("catch (System.Exception e) { Console.WriteLine(e); }", false)]
    [InlineData("catch (InvalidOperationException) { } catch (Exception) { }", false)]
    [InlineData("catch (InvalidOperationException) { }", false)]
    [InlineData("catch (SystemException) { }", false)]
    [InlineData("catch (ArgumentException) { return; } catch (InvalidOperationException) { }", false)]
    [InlineData("catch (InvalidOperationException) { } catch (SystemException) { return; }", false)]
    [InlineData("catch (InvalidOperationException) { return; }", true)]
    [InlineData("catch (ObjectDisposedException) { }", true)]
    [InlineData("catch (ObjectDisposedException) { return; } catch (InvalidOperationException) { }", true)]
    [InlineData("catch (InvalidOperationException) when (urls.Count == 3) { }", true)]
    [InlineData("catch (ArgumentException) { }", true)]
    [InlineData("catch (Exception) when (urls.Count == 3) { }", true)]
    public async Task Leaves_the_body_with_an_exception_that_may_pass_the(string handlers, bool leaves)
        => await VerifyAsync("var known = new InvalidOperationException();\n" + (leaves ? Held : Drained) + "try { if (flag) throw known; } " + handlers + "\nawait set.JoinAllAsync();");

    [Fact]
    public async Task Leaves_the_body_where_a_failure_is_thrown_on()
        => await VerifyAsync(Held + "set.Spawn(Do.Count); if (await set.JoinNextAsync() is { Error: { } error }) { error.Rethrow(); }\nawait set.JoinAllAsync();");

    [Fact]
    public async Task Follows_a_long_body_to_its_end()
    {
        var statements = new StringBuilder(Held);
        for (int i = 0; i < 200; i++)
        {
            statements.AppendLine("if (urls.Remove(\"\")) Console.WriteLine();");
        }

        await VerifyAsync(statements.ToString());
    }

    private static Task VerifyAsync(string statements) => Snippet.OfStatements(statements).VerifyAsync("JOIN001");
}
