using System.Text;

namespace JoinSets.Analyzers.Tests.House;

/// <summary>Makes programs by nesting the constructs of the language and the uses of a set at random. They need not compile, and most do.</summary>
internal sealed class ProgramGenerator(int seed)
{
    private static readonly string[] s_leaves =
    [
        "{0}.Spawn(Do.Count);", "{0}.SpawnEach(urls, (url, ct) => Do.Count(ct));", "{0}.Add(Do.Count(token));", "await {0}.JoinAllAsync();",
        "await {0}.ShutdownAsync();", "{0}.AbortAll();", "{0}.DetachAll();", "await {0}.JoinNextAsync();", "while ({0}.TryJoinNext(out var r{1})) Console.WriteLine(r{1});",
        "while (await {0}.JoinNextAsync() is {{ }} r{1}) r{1}.ThrowIfFailed();", "await foreach (var r{1} in {0}) {{ if (r{1}.IsFaulted) break; }}",
        "{0}.Dispose();", "await {0}.DisposeAsync();", "{0} = new JoinSet<int>();", "var a{1} = {0}; a{1}.Spawn(Do.Count);", "return;", "throw new Exception();",
        "await using var s{1} = new JoinSet<int>();", "using (var s{1} = new JoinSet<int>()) {{ s{1}.Spawn(Do.Count); }}", "s_field = {0};", "Use({0});", "await Helper({0});",
        "if (await {0}.JoinNextAsync() is not {{ }} r{1}) return; else Console.WriteLine(r{1});", "var (x{1}, y{1}) = ({0}, 1);", "{0}?.Spawn(Do.Count);",
        "{0}.Spawn(async ct => {{ {0}.Spawn(Do.Count); await {0}.JoinAllAsync(); return count++; }});", "int n{1} = {0}.Count switch {{ 0 => 1, > 3 => 2, _ => 3 }};",
        "Action f{1} = () => {0}.AbortAll();", "async Task L{1}() {{ await {0}.JoinAllAsync(); }} await L{1}();", "goto end;", "yield return 1;", "object o{1} = {0} is {{ IsEmpty: true }} ? {0} : null!;",
        "var all{1} = {0}.JoinAllAsync(); await all{1};", "var q{1} = from u in urls select {0}.Spawn(Do.Count);", "_ = {0} ?? throw new Exception();",
    ];

    private static readonly string[] s_nests =
    [
        "if (flag) {{ {0} }}", "if (flag) {{ {0} }} else {{ {1} }}", "while (flag) {{ {0} }}", "while (true) {{ {0} break; }}", "do {{ {0} }} while (flag);", "for (int i{2} = 0; i{2} < 3; i{2}++) {{ {0} }}",
        "for (;;) {{ {0} if (flag) break; }}", "foreach (var u{2} in urls) {{ {0} if (flag) continue; {1} }}", "try {{ {0} }} catch (InvalidOperationException) {{ {1} }}", "try {{ {0} }} finally {{ {1} }}",
        "try {{ {0} }} catch (Exception e{2}) when (e{2}.Message == \"\") {{ {1} }} finally {{ Console.WriteLine(); }}", "switch (urls.Count) {{ case 0: {0} break; case 1: case 2: {1} goto case 0; default: break; }}",
        "lock (urls) {{ {0} }}", "{{ {0} {1} }}", "using (token.Register(() => {{ }})) {{ {0} }}", "await using (set) {{ {0} }}", "Func<Task> g{2} = async () => {{ {0} }}; await g{2}();", "checked {{ {0} }}", "unsafe {{ {0} }}",
        "#if DEBUG\n{0}\n#else\n{1}\n#endif\n", "label{2}: {0} if (flag) goto label{2};",
    ];

    private readonly Random _random = new(seed);
    private int _names;

    internal string Members()
    {
        string async = _random.Next(8) == 0 ? "async IAsyncEnumerable<int>" : "async Task";
        return "static JoinSet<int>? s_field; static void Use(object set) { } static async Task Helper(JoinSet<int> it) { " + Statements("it", 2) + " }\n"
            + async + " Run(List<string> urls, bool flag, CancellationToken token)\n{\nint count = 0; await Task.Yield();\nvar set = new JoinSet<int>();\n" + Statements("set", 4) + "\nend: ;\n}\n"
            + "int Value { get { var set = new JoinSet<int>(); bool flag = true; var urls = new List<string>(); " + Statements("set", 2) + " return 1; } }";
    }

    /// <summary>The text with a stretch of it gone or doubled, as it is while somebody edits it.</summary>
    internal string Damage(string text)
    {
        int start = _random.Next(text.Length);
        int length = Math.Min(_random.Next(1, 12), text.Length - start);
        return _random.Next(2) == 0 ? text.Remove(start, length) : text.Insert(start, text.Substring(start, length));
    }

    private string Statements(string set, int depth)
    {
        var text = new StringBuilder();
        for (int count = _random.Next(1, 4); count > 0; count--)
        {
            text.Append(depth > 0 && _random.Next(3) > 0 ? Nest(set, depth) : Leaf(set)).Append('\n');
        }

        return text.ToString();
    }

    private string Nest(string set, int depth)
        => string.Format(null, s_nests[_random.Next(s_nests.Length)], Statements(set, depth - 1), Statements(set, depth - 1), _names++);

    private string Leaf(string set) => string.Format(null, s_leaves[_random.Next(s_leaves.Length)], set, _names++);
}
