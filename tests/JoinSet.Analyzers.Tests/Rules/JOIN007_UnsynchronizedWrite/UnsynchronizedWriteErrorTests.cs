using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN007_UnsynchronizedWrite;

/// <summary>A delegate that keeps its exception in a variable: the task fails instead, and the join result tells of it.</summary>
public sealed class UnsynchronizedWriteErrorTests
{
    private const string Error = "JOIN007.Error";
    private const string Interlocked = "JOIN007.Interlocked";

    [Fact]
    public Task Error_is_taken_from_the_results_where_all_were_awaited() => FixTest.VerifyStatementsAsync(
        Error,
        """
        Exception? error = null;
        await using var set = new JoinSet();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                try
                {
                    // first this
                    await Do.Step(
                        ct);
                    Console.WriteLine(url);
                }
                catch (Exception ex)
                {
                    {|JOIN007:error|} = ex; // the last one
                }
            });
        }

        await set.JoinAllAsync();
        Console.WriteLine(error);
        """,
        """
        Exception? error = null;
        await using var set = new JoinSet();
        foreach (string url in urls)
        {
            set.Spawn(async ct =>
            {
                // first this
                await Do.Step(
                    ct);
                Console.WriteLine(url);
            });
        }

        await foreach (var result in set)
        {
            // the last one
            if (result.Error is { } failure)
            {
                error = failure.Exception;
            }
        }
        Console.WriteLine(error);
        """);

    [Fact]
    public Task Error_is_taken_in_the_loop_that_joins() => FixTest.VerifyStatementsAsync(
        Error,
        """
        Exception? failure = null;
        await using var set = new JoinSet(new JoinSetOptions { MaxConcurrency = 4 });
        set.SpawnEach(urls, async (url, ct) =>
        {
            try
            {
                await Do.Step(ct);
            }
            catch (Exception ex)
            {
                {|JOIN007:failure|} ??= ex;
            }
        });
        await foreach (var result in set)
        {
            Console.WriteLine(result.Id);
        }

        Console.WriteLine(failure);
        """,
        """
        Exception? failure = null;
        await using var set = new JoinSet(new JoinSetOptions { MaxConcurrency = 4 });
        set.SpawnEach(urls, async (url, ct) =>
        {
            await Do.Step(ct);
        });
        await foreach (var result in set)
        {
            if (result.Error is { } failure1)
            {
                failure ??= failure1.Exception;
            }

            Console.WriteLine(result.Id);
        }

        Console.WriteLine(failure);
        """);

    [Theory]
    [InlineData("await Do.Step(ct);", "IOException ex", "error = ex;", "", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct);", "Exception ex", "Console.WriteLine(ex); error = ex;", "", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct);", "Exception ex", "error = new InvalidOperationException(\"\", ex);", "", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct);", "Exception ex", "error = ex;", "", "await foreach (var result in set) { result.ThrowIfFailed(); }")]
    [InlineData("await Do.Step(ct);", "Exception ex", "error = ex;", "Console.WriteLine(error);", "await set.JoinAllAsync();")]
    [InlineData("await Do.Step(ct);", "Exception ex", "error = ex;", "", "await set.JoinAllAsync(default);")]
    [InlineData("Console.WriteLine(\"\"\"\n a\n \"\"\"); await Do.Step(ct);", "Exception ex", "error = ex;", "", "await set.JoinAllAsync();")]
    public async Task Error_is_not_offered_when_something_would_change(string tried, string caught, string kept, string meanwhile, string joined)
        => Assert.DoesNotContain(
            await OfferedAsync($"Exception? error = null; await using var set = new JoinSet(); foreach (var url in urls) set.Spawn(async ct => {{ try {{ {tried} }} catch ({caught}) {{ {kept} }} }}); {meanwhile} {joined} Console.WriteLine(error);"),
            static action => action.EquivalenceKey == Error);

    [Fact]
    public async Task Error_is_not_offered_when_somebody_may_abort_the_tasks()
        => Assert.DoesNotContain(
            await OfferedAsync("Exception? error = null; await using var set = new JoinSet(token); foreach (var url in urls) set.Spawn(async ct => { try { await Do.Step(ct); } catch (Exception ex) { error = ex; } }); await set.JoinAllAsync(); Console.WriteLine(error);"),
            static action => action.EquivalenceKey == Error);

    [Theory]
    [InlineData("{|JOIN007:first|} ??= url;", "Interlocked.CompareExchange(ref first, url, null);")]
    [InlineData("if (first is null) {|JOIN007:first|} = url; // once", "Interlocked.CompareExchange(ref first, url, null); // once")]
    [InlineData("if (first == null) { {|JOIN007:first|} = url; }", "Interlocked.CompareExchange(ref first, url, null);")]
    [InlineData("{|JOIN007:first|} = url;", "Interlocked.Exchange(ref first, url);")]
    [InlineData("{|JOIN007:first|} = await Task.FromResult(url);", "Interlocked.Exchange(ref first, await Task.FromResult(url));")]
    public Task Interlocked_writes_a_reference(string before, string after)
        => FixTest.VerifyStatementsAsync(Interlocked, InLoop(before), InLoop(after));

    [Theory]
    [InlineData("first ??= url.ToUpperInvariant();")]
    [InlineData("first += url;")]
    [InlineData("first = first + url;")]
    [InlineData("Console.WriteLine(first ??= url);")]
    public async Task Interlocked_is_not_offered_when_a_reference_has_no_counterpart(string write)
        => Assert.DoesNotContain(await OfferedAsync(InLoop(write)), static action => action.EquivalenceKey == Interlocked);

    [Fact]
    public async Task Interlocked_is_not_offered_when_the_spawner_looks_too_early()
        => Assert.DoesNotContain(
            await OfferedAsync("string? page = null; await using var set = new JoinSet(); set.Spawn(async ct => { await Do.Step(ct); page = \"\"; }); Console.WriteLine(page); await set.JoinAllAsync();"),
            static action => action.EquivalenceKey == Interlocked);

    private static Task<IReadOnlyList<CodeAction>> OfferedAsync(string statements)
        => Workbench.OfferedAsync(new Snippet("using System.IO; " + Snippet.OfStatements(statements).Source), "JOIN007");

    private static string InLoop(string write)
        => "string? first = null;\nawait using var set = new JoinSet();\nforeach (string url in urls)\n{\n    set.Spawn(async ct =>\n    {\n        await Do.Step(ct);\n        " + write + "\n    });\n}\n\nawait set.JoinAllAsync();\nConsole.WriteLine(first);";
}
