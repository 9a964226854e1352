using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN011_UnreachableByAbort;

/// <summary>Where the token goes.</summary>
public sealed class UnreachableByAbortFixTests
{
    private const string OwnToken = "JOIN011.OwnToken";
    private const string LinkedToken = "JOIN011.LinkedToken";

    [Fact]
    public Task Own_token_goes_to_every_call_that_takes_it() => FixTest.VerifyMembersAsync(
        OwnToken,
        """
        static Task Named(int times = 1, bool loud = false, CancellationToken stop = default) => Task.CompletedTask;

        static void Run(JoinSet<int> set, CancellationToken outer)
        {
            set.Spawn(async {|JOIN011:ct|} =>
            {
                await Task.Delay(1); // a pause
                await Named();
                await Named(2);
                await Named(loud: true).ConfigureAwait(false);
                await Task.Delay(1, CancellationToken.None);
                return await Do.Count({|JOIN011:outer|});
            });
        }
        """,
        """
        static Task Named(int times = 1, bool loud = false, CancellationToken stop = default) => Task.CompletedTask;

        static void Run(JoinSet<int> set, CancellationToken outer)
        {
            set.Spawn(async ct =>
            {
                await Task.Delay(1, ct); // a pause
                await Named(stop: ct);
                await Named(2, stop: ct);
                await Named(loud: true, stop: ct).ConfigureAwait(false);
                await Task.Delay(1, CancellationToken.None);
                return await Do.Count(ct);
            });
        }
        """);

    [Fact]
    public Task Linked_token_takes_both() => FixTest.VerifyMembersAsync(
        LinkedToken,
        """
        static void Run(JoinSet<int> set, CancellationTokenSource source)
        {
            set.Spawn(async @ct =>
            {
                await Task.Delay(1, {|JOIN011:source.Token|});
                return await Do.Count({|JOIN011:source.Token|});
            });
        }
        """,
        """
        static void Run(JoinSet<int> set, CancellationTokenSource source)
        {
            set.Spawn(async @ct =>
            {
                using var linked = CancellationTokenSource.CreateLinkedTokenSource(@ct, source.Token);
                await Task.Delay(1, linked.Token);
                return await Do.Count(linked.Token);
            });
        }
        """);

    [Theory]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, token); return 1; });", "JOIN011.OwnToken JOIN011.LinkedToken")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1, token); await Task.Delay(1, source.Token); return 1; });", "JOIN011.OwnToken")]
    [InlineData("set.Spawn(ct => Do.Count(token));", "JOIN011.OwnToken")]
    [InlineData("set.Spawn(ct => { return Do.Count(token); });", "JOIN011.OwnToken")]
    [InlineData("set.Spawn(async ct => { await Task.Delay(1); return 1; });", "JOIN011.OwnToken")]
    public async Task Remedies_are_offered_where_they_fit(string statements, string keys)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(UnreachableByAbortAnalyzerTests.In(statements), "JOIN011");

        Assert.Equal(keys, string.Join(" ", offered.Select(static action => action.EquivalenceKey)));
    }

    public static TheoryData<string> Missing => UnreachableByAbortAnalyzerTests.Missing;

    public static TheoryData<string> Outer => UnreachableByAbortAnalyzerTests.Outer;

    [Theory]
    [MemberData(nameof(Missing))]
    [MemberData(nameof(Outer))]
    public async Task Every_fix_is_good_when_the_task_is(string statements)
    {
        Snippet snippet = UnreachableByAbortAnalyzerTests.In(statements);
        HashSet<string> problems = ProblemsIn(snippet.Compile());
        var fixes = (await Workbench.FixEachAsync(snippet)).Where(static fix => fix.Key.StartsWith("JOIN011", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(fixes);
        foreach ((string key, string text) in fixes)
        {
            Compilation after = new Snippet(text).Compile();
            Assert.True(ProblemsIn(after).IsSubsetOf(problems), $"{key} brings {string.Join(", ", ProblemsIn(after).Except(problems))}:\n{text}");
            Assert.DoesNotContain(await Snippet.ReportsAsync(after), static report => report.Id == "JOIN011");
        }
    }

    private static HashSet<string> ProblemsIn(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id)];

    [Fact]
    public Task Linked_source_stays_on_the_line_of_a_block_that_has_only_one() => FixTest.VerifyMembersAsync(
        LinkedToken,
        """
        static void Run(JoinSet<int> set, CancellationToken outer)
            => set.Spawn(async ct => { if (ct.CanBeCanceled) { int linked = 1; } return await Do.Count(outer); });
        static void Walk(JoinSet<int> set, CancellationToken outer)
            => set.Spawn(async ct => { { int linked = 1; } return await Do.Count({|JOIN011:outer|}); });
        """,
        """
        static void Run(JoinSet<int> set, CancellationToken outer)
            => set.Spawn(async ct => { if (ct.CanBeCanceled) { int linked = 1; } return await Do.Count(outer); });
        static void Walk(JoinSet<int> set, CancellationToken outer)
            => set.Spawn(async ct => { using var linked1 = CancellationTokenSource.CreateLinkedTokenSource(ct, outer); { int linked = 1; } return await Do.Count(linked1.Token); });
        """);
}
