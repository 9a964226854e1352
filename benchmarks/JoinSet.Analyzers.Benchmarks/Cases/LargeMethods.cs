namespace JoinSets.Analyzers.Benchmarks.Cases;

/// <summary>Methods as generators and tired people write them.</summary>
internal static class LargeMethods
{
    private const string Drain = "await set.JoinAllAsync();";

    private const string Make = "var set = new JoinSet<int>(); set.Spawn(Count); var x = 0;";

    public static string ManyStatements(int count) => UsingMethods.Method(0, $"{Make} {Repeat(count, i => $"x += {i}; ")} {Drain}");

    public static string ManyBranches(int count) => UsingMethods.Method(0, $"{Make} {Repeat(count, i => $"if (urls.Count > {i}) {{ x += urls.Count; }} ")} {Drain}");

    public static string ManySets(int count) => UsingMethods.Method(0, Repeat(count, i => $"var set{i} = new JoinSet<int>(); foreach (var url in urls) {{ set{i}.Spawn(Count); }} await set{i}.JoinAllAsync(); "));

    public static string ManySpawns(int count) => UsingMethods.Method(0, $"{Make} foreach (var url in urls) {{ {Repeat(count, i => $"if (url.Length > {i}) {{ set.Spawn(Count); }} ")} }} {Drain}");

    public static string Deep(int count) => UsingMethods.Method(0, $"{Make} {Repeat(count, i => $"if (urls.Count > {i}) {{ ")} x++; {new string('}', count)} {Drain}");

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
