using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN004_UnsafeSharedCapture;

/// <summary>Gathering, for each collection and each kind of join.</summary>
public sealed class UnsafeSharedCaptureGatherTests
{
    private const string Gather = "JOIN004.Gather";

    [Theory]
    [InlineData("var all = new List<string>();", "{|JOIN004:all|}.Add(url);", "string", "return url;", "all.AddRange(await set.JoinAllAsync());")]
    [InlineData("var all = new HashSet<string>();", "{|JOIN004:all|}.Add(url);", "string", "return url;", "all.UnionWith(await set.JoinAllAsync());")]
    [InlineData("var all = new Queue<int>();", "{|JOIN004:all|}.Enqueue(await Do.Count(ct));", "int", "return await Do.Count(ct);", "foreach (int value in await set.JoinAllAsync())\n{\n    all.Enqueue(value);\n}")]
    [InlineData("var all = new Stack<object>();", "{|JOIN004:all|}.Push(url);", "object", "return url;", "foreach (object value in await set.JoinAllAsync())\n{\n    all.Push(value);\n}")]
    [InlineData("var all = new Dictionary<string, int?>();", "{|JOIN004:all|}[url] = url.Length;", "(string Key, int? Value)", "return (url, url.Length);", "foreach (var (key, value) in await set.JoinAllAsync())\n{\n    all[key] = value;\n}")]
    [InlineData("var all = new SortedDictionary<string, int>();", "{|JOIN004:all|}.Add(url, await Do.Count(ct));", "(string Key, int Value)", "return (url, await Do.Count(ct));", "foreach (var (key, value) in await set.JoinAllAsync())\n{\n    all.Add(key, value);\n}")]
    [InlineData("var all = new System.Text.StringBuilder();", "{|JOIN004:all|}.AppendLine($\"{url} {flag}\");", "string", "return $\"{url} {flag}\";", "foreach (string value in await set.JoinAllAsync())\n{\n    all.AppendLine(value);\n}")]
    [InlineData("var all = new System.Text.StringBuilder();", "{|JOIN004:all|}.Append(url.Length);", "int", "return url.Length;", "foreach (int value in await set.JoinAllAsync())\n{\n    all.Append(value);\n}")]
    public Task What_was_added_is_returned(string declaration, string work, string type, string result, string join)
        => FixTest.VerifyStatementsAsync(Gather, Program(declaration, "JoinSet", work, "await set.JoinAllAsync();"), Program(declaration, $"JoinSet<{type}>", result, join));

    [Theory]
    [InlineData("{|JOIN004:all|}[url] = 1;", "return (url, 1);", "r.ThrowIfFailed();", "var (key, value) = r.Value;\n    all[key] = value;")]
    [InlineData("{|JOIN004:all|}.TryAdd(url, 1);", "return (url, 1);", "Console.WriteLine(r.Id);", "if (r.TryGetValue(out var entry))\n    {\n        all.TryAdd(entry.Key, entry.Value);\n    }\n\n    Console.WriteLine(r.Id);")]
    public Task A_join_loop_takes_an_entry(string work, string result, string body, string after) => FixTest.VerifyStatementsAsync(
        Gather,
        Program("var all = new Dictionary<string, int>();", "JoinSet", work, $"await foreach (var r in set)\n{{\n    {body}\n}}"),
        Program("var all = new Dictionary<string, int>();", "JoinSet<(string Key, int Value)>", result, $"await foreach (var r in set)\n{{\n    {after}\n}}"));

    [Fact]
    public Task An_expression_is_the_value() => FixTest.VerifyStatementsAsync(
        Gather,
        """
        var all = new List<int>();
        await using var set = new JoinSet();
        set.SpawnEach(urls, async (url, ct) => {|JOIN004:all|}.Add(await Do.Count(ct)));
        while (await set.JoinNextAsync() is { } result)
        {
            result.ThrowIfFailed();
        }
        """,
        """
        var all = new List<int>();
        await using var set = new JoinSet<int>();
        set.SpawnEach(urls, async (url, ct) => await Do.Count(ct));
        while (await set.JoinNextAsync() is { } result)
        {
            all.Add(result.Value);
        }
        """);

    [Theory]
    [InlineData("var all = new HashSet<string>();", "if (all.Add(url)) Console.WriteLine(url);")]
    [InlineData("var all = new List<string>();", "all.Insert(0, url);")]
    [InlineData("var all = new List<string>(urls);", "all.Add(all[0]);")]
    [InlineData("var all = new Dictionary<string, int>();", "all[url] += 1;")]
    [InlineData("var all = new Dictionary<string, int>();", "all.Remove(url);")]
    [InlineData("var all = new System.Text.StringBuilder();", "all.Append(url).Append(url);")]
    [InlineData("var all = new System.Text.StringBuilder();", "all.AppendLine();")]
    public async Task It_is_not_offered_when_the_tasks_do_more_than_add(string declaration, string work)
    {
        IReadOnlyList<CodeAction> offered = await Workbench.OfferedAsync(Snippet.OfStatements(Program(declaration, "JoinSet", work, "await set.JoinAllAsync();")), "JOIN004");

        Assert.DoesNotContain(offered, static action => action.EquivalenceKey == Gather);
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
