namespace JoinSets.Analyzers.Benchmarks.Cases;

/// <summary>Methods that use a set: the ways in which people write it, right and wrong in turn.</summary>
internal static class UsingMethods
{
    private const int PerFile = 50;

    private static readonly string[] s_bodies =
    [
        "var set = new JoinSet<int>(); foreach (var url in urls) { set.Spawn(Count); } while (await set.JoinNextAsync(token) is { } result) { Console.WriteLine(result.Value); }",
        "await using var set = new JoinSet<int>(); set.Spawn(Count); set.Spawn(Count); await foreach (var result in set) { if (result.IsSuccess) { Console.WriteLine(result.Value); } }",
        "var set = new JoinSet<int>(); foreach (var url in urls) { set.Spawn(Count); } if (flag) { return; } await set.JoinAllAsync();",
        "await using var set = new JoinSet(); set.Spawn(async own => { await Task.Delay(1, own); }); set.AbortAll(); await set.ShutdownAsync();",
        "var set = new JoinSet<int>(); try { set.Spawn(Count); await Task.Delay(1, token); await set.JoinAllAsync(); } catch (InvalidOperationException error) { Console.WriteLine(error); } finally { await set.DisposeAsync(); }",
        "var set = new JoinSet<int>(); foreach (var url in urls) { if (set.Count >= 8) { var one = await set.JoinNextAsync(); if (one is { Error: { } error }) { Console.WriteLine(error); } } set.Spawn(Count); } await Finish(set);",
        "await using var set = new JoinSet<int>(new JoinSetOptions { MaxConcurrency = 4 }); foreach (var url in urls) { set.Spawn(async own => { var n = await Count(own); return n + url.Length; }); } await foreach (var result in set) { if (result.Value > 3) { break; } }",
        "var set = new JoinSet<int>(); set.Spawn(Count); set.AbortAll();",
        "var set = new JoinSet<int>(); set.Spawn(Count); while (true) { var result = await set.JoinNextAsync(); if (result is null) { break; } switch (result.Value.IsSuccess) { case true: Console.WriteLine(1); break; default: Console.WriteLine(2); break; } }",
        "using (var set = new JoinSet()) { for (var i = 0; i < urls.Count; i++) { set.Spawn(_ => Task.CompletedTask); } while (!set.IsEmpty) { await set.JoinNextAsync(); } }",
    ];

    public static IEnumerable<string> Files(int methods) =>
        Enumerable.Range(0, methods).Select(index => Method(index, s_bodies[index % s_bodies.Length])).Chunk(PerFile).Select((chunk, file) => File(chunk, file));

    public static string Method(int index, string body) => $"    static async Task Use{index}(List<string> urls, bool flag, CancellationToken token)\n    {{\n        await Task.Yield();\n        {body}\n    }}\n";

    public static string File(IEnumerable<string> methods, int file = 0) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using JoinSets;

        namespace Using{{file}};

        class Program
        {
            static async Task<int> Count(CancellationToken token) { await Task.Delay(1, token); return 1; }

            static async Task Finish(JoinSet<int> set) { await foreach (var result in set) { Console.WriteLine(result.Value); } }

        {{string.Join('\n', methods)}}
        }
        """;
}
