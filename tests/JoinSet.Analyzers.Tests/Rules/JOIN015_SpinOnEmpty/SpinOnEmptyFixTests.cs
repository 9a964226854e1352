using JoinSets.Analyzers.Tests.Verification;
using Xunit;

namespace JoinSets.Analyzers.Tests.Rules.JOIN015_SpinOnEmpty;

/// <summary>What the remedy writes.</summary>
public sealed class SpinOnEmptyFixTests
{
    [Theory]
    [InlineData("while (true) {\nvar r = await set.JoinNextAsync();\nif (r is null) continue; Console.WriteLine(r.Value.Value); }")]
    [InlineData("while (true) {\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); }\n}")]
    [InlineData("while (true)\nawait set.JoinNextAsync();")]
    [InlineData("while (!token.IsCancellationRequested) {\nif (await set.JoinNextAsync(token) is not { } r) { continue; }\nConsole.WriteLine(r.Value); }")]
    [InlineData("for (;;) {\nvar r = await set.JoinNextAsync();\nif (r is { IsSuccess: true } ok) Console.WriteLine(ok.Value); }")]
    [InlineData("bool stop = false; while (!stop) {\nvar r = await set.JoinNextAsync();\nif (r is { IsFaulted: true }) stop = true; }")]
    [InlineData("do {\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); }\nelse { Console.WriteLine(\"empty\"); } } while (!token.IsCancellationRequested);")]
    [InlineData("while (true) {\nawait foreach (var r in set) Console.WriteLine(r.Value);\n}")]
    [InlineData("again:\nawait set.JoinNextAsync();\ngoto again;")]
    [InlineData("while (true) { token.ThrowIfCancellationRequested();\nif (await set.JoinNextAsync() is { } r) { Console.WriteLine(r.Value); }\n}")]
    public Task Every_fix_is_good_for(string statements)
        => FixSweep.VerifyAsync(Snippet.OfStatements("var set = new JoinSet<int>();\nforeach (var url in urls) set.Spawn(Do.Count);\n" + statements));

    [Theory]
    [InlineData(
        "var r = await {|JOIN015:set.JoinNextAsync()|};\n    if (r is null)\n        continue;\n    Console.WriteLine(r.Value.Value);",
        "var r = await set.JoinNextAsync();\n    if (r is null)\n        break;\n    Console.WriteLine(r.Value.Value);")]
    [InlineData(
        "if (await {|JOIN015:set.JoinNextAsync()|} is not { } r)\n    {\n        Console.WriteLine(\"none\");\n        continue;\n    }\n    Console.WriteLine(r.Value);",
        "if (await set.JoinNextAsync() is not { } r)\n    {\n        Console.WriteLine(\"none\");\n        break;\n    }\n    Console.WriteLine(r.Value);")]
    [InlineData(
        "if (await {|JOIN015:set.JoinNextAsync()|} is { } r)\n    {\n        Console.WriteLine(r.Value);\n    }",
        "if (await set.JoinNextAsync() is { } r)\n    {\n        Console.WriteLine(r.Value);\n    }\n    else\n    {\n        break;\n    }")]
    [InlineData(
        "await {|JOIN015:set.JoinNextAsync()|}; // next",
        "if (await set.JoinNextAsync() is null)\n    {\n        break;\n    } // next")]
    [InlineData(
        "var r = await {|JOIN015:set.JoinNextAsync()|};\n    if (r is { IsSuccess: true } ok) Console.WriteLine(ok.Value);",
        "var r = await set.JoinNextAsync();\n\n    if (r is null)\n    {\n        break;\n    }\n\n    if (r is { IsSuccess: true } ok) Console.WriteLine(ok.Value);")]
    [InlineData(
        "if (await {|JOIN015:set.JoinNextAsync()|} is { } r)\n        Console.WriteLine(r.Value); // show",
        "if (await set.JoinNextAsync() is { } r)\n        Console.WriteLine(r.Value); // show\n    else\n    {\n        break;\n    }")]
    [InlineData(
        "JoinResult<int>? r;\n    r = await {|JOIN015:set.JoinNextAsync()|};\n    if (r.HasValue) Console.WriteLine(r.Value.Value);",
        "JoinResult<int>? r;\n    r = await set.JoinNextAsync();\n\n    if (r is null)\n    {\n        break;\n    }\n\n    if (r.HasValue) Console.WriteLine(r.Value.Value);")]
    public Task Break_leaves_the_loop_when_the_set_is_empty(string before, string after)
        => FixTest.VerifyStatementsAsync("JOIN015.Break", Loop(before), Loop(after));

    [Fact]
    public async Task Break_is_not_offered_where_its_else_would_belong_to_another_if()
        => Assert.Empty(await Workbench.OfferedAsync(
            Snippet.OfStatements(Loop("if (await set.JoinNextAsync() is { } r) if (r.IsSuccess) Console.WriteLine(r.Value);")), "JOIN015"));

    private static string Loop(string body) => "var set = new JoinSet<int>();\nset.SpawnEach(urls, (url, ct) => Do.Count(ct));\nwhile (true)\n{\n    " + body + "\n}\nConsole.WriteLine();";
}
