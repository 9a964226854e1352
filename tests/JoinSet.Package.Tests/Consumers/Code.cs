namespace JoinSets.Package.Tests;

/// <summary>Code for the throw-away projects. A line that is to be warned of says so at its end, as on the rules' pages.</summary>
internal static class Code
{
    private const string Mark = "// JOIN001";

    /// <summary>Its set is never drained.</summary>
    public static string Undrained(string type) => $$"""
        using JoinSets;

        public static class {{type}}
        {
            public static void Run()
            {
                var set = new JoinSet<int>(); // JOIN001
                set.Spawn(_ => Task.FromResult(1));
            }
        }
        """;

    public static string UndrainedUnderPragma(string type) => $"""
        #pragma warning disable JOIN001
        {Undrained(type)}
        """;

    public static string UndrainedUnderSuppressMessage(string type) => Undrained(type).Replace(
        "    public static void Run()",
        """
            [System.Diagnostics.CodeAnalysis.SuppressMessage("JoinSet", "JOIN001:UndrainedSet", Justification = "a test")]
            public static void Run()
        """,
        StringComparison.Ordinal);

    /// <summary>For a file of its own, as editors write it.</summary>
    public static string SuppressMessageFor(string type) =>
        $"""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("JoinSet", "JOIN001", Scope = "member", Target = "~M:{type}.Run", Justification = "a test")]""";

    public static IEnumerable<int> MarkedLines(string code) =>
        code.Split('\n').Index().Where(line => line.Item.TrimEnd().EndsWith(Mark, StringComparison.Ordinal)).Select(line => line.Index + 1);

    /// <summary>What a build is to say of a file with this code, and nothing else.</summary>
    public static IEnumerable<BuildMessage> Expected(string severity, string file, string code) =>
        MarkedLines(code).Select(line => new BuildMessage(severity, "JOIN001", file, line));
}
