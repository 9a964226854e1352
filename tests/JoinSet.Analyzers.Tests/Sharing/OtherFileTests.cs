using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Sharing;

/// <summary>One type in several files, and methods of other types: what a task comes to does not end with its file.</summary>
public sealed class OtherFileTests
{
    [Theory]
    [InlineData("_pages.Add(url);", "private readonly List<string> _pages = [];")]
    [InlineData("_pages.Add(url);", "private readonly IList<string> _pages = new List<string>();")]
    [InlineData("_count++;", "private int _count;")]
    [InlineData("Record(url);", "private readonly List<string> _pages = []; private void Record(string url) => _pages.Add(url);")]
    [InlineData("Record(url);", "private readonly List<string> _pages = []; private partial void Record(string url) => _pages.Add(url); private partial void Record(string url);")]
    [InlineData("Log.Write(url);", "} static class Log { private static readonly List<string> s_lines = []; internal static void Write(string line) => s_lines.Add(line);")]
    public async Task Reports_when_the_other_part_holds_or_changes_it(string use, string other)
        => Assert.Equal(["JOIN004"], (await ReportsAsync(InTask(use), other)).Select(static report => report.Id));

    [Theory]
    [InlineData("Record(url);", "private readonly List<string> _pages = []; private void Record(string url) { lock (_pages) { _pages.Add(url); } }")]
    [InlineData("lock (_gate) { Record(url); }", "private readonly object _gate = new(); private readonly List<string> _pages = []; private void Record(string url) => _pages.Add(url);")]
    [InlineData("await _gate.WaitAsync(ct); try { _pages.Add(url); } finally { _gate.Release(); }", "private readonly SemaphoreSlim _gate = new(1, 1); private readonly List<string> _pages = [];")]
    [InlineData("Console.WriteLine(_pages.Count);", "private readonly List<string> _pages = [];")]
    [InlineData("Pages.Add(url);", "private readonly List<string> _pages = []; private List<string> Pages => [.. _pages];")]
    [InlineData("_pages.Add(url);", "private readonly ICollection<string> _pages; public Box(ICollection<string> pages) => _pages = pages;")]
    public async Task Stays_quiet_when_the_other_part_keeps_them_apart(string use, string other)
        => Assert.Empty(await ReportsAsync(InTask(use), other));

    [Theory]
    [InlineData("private readonly JoinSet _set = new(new JoinSetOptions { MaxConcurrency = 1 });")]
    [InlineData("private readonly JoinSet _set; public Box() => _set = new JoinSet(new JoinSetOptions { MaxConcurrency = 1 });")]
    [InlineData("private const int Most = 1; private static readonly JoinSetOptions s_one = new() { MaxConcurrency = Most }; private readonly JoinSet _set = new(s_one);")]
    public async Task Stays_quiet_when_the_set_of_the_other_part_runs_one_at_a_time(string set)
        => Assert.Empty(await ReportsAsync(Spawning, set + " private int _count;"));

    [Fact]
    public async Task Reports_when_the_set_of_the_other_part_runs_several()
        => Assert.Single(await ReportsAsync(Spawning, "private readonly JoinSet _set = new(new JoinSetOptions { MaxConcurrency = 2 }); private int _count;"));

    [Fact]
    public async Task Report_stands_at_the_spawn_when_the_work_is_a_method_of_another_file()
    {
        Diagnostic report = Assert.Single(await ReportsAsync(
            "    async Task Run(List<string> urls)\n    {\n        await using var set = new JoinSet();\n        set.SpawnEach(urls, FetchAsync);\n        await set.JoinAllAsync();\n    }",
            "private readonly List<string> _pages = [];\n    private async Task FetchAsync(string url, CancellationToken ct)\n    {\n        await Do.Step(ct);\n        _pages.Add(url);\n    }"));

        Assert.Equal("FetchAsync", report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan));
        Assert.Contains("is changed on line 8 of Box.Other.cs by every task that line 7 spawns", report.GetMessage(null), StringComparison.Ordinal);
    }

    private const string Spawning = "    void Start(List<string> urls) => _set.SpawnEach(urls, async (url, ct) => { await Do.Step(ct); _count++; });";

    private static string InTask(string use)
        => "    async Task Run(List<string> urls)\n    {\n        await using var set = new JoinSet();\n        foreach (string url in urls)\n        {\n            set.Spawn(async ct => { await Do.Step(ct); "
            + use + " });\n        }\n\n        await set.JoinAllAsync();\n    }";

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string members, string others)
    {
        Compilation first = Snippet.OfFile("partial class Box\n{\n" + members + "\n}").Compile();
        Compilation both = first.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Snippet.Usings + "partial class Box\n{\n    " + others + "\n}", (CSharpParseOptions)first.SyntaxTrees.First().Options, "/parts/Box.Other.cs"));
        Assert.Empty(both.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        return [.. (await Snippet.ReportsAsync(both)).Where(static report => report.Id is "JOIN004" or "JOIN007" or "JOIN008" or "AD0001")];
    }
}
