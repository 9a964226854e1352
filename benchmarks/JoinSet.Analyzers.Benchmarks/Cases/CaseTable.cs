using Microsoft.CodeAnalysis;

namespace JoinSets.Analyzers.Benchmarks.Cases;

/// <summary>All code that is measured.</summary>
internal static class CaseTable
{
    private static readonly MetadataReference[] s_framework =
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll").Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file))];

    private static readonly MetadataReference[] s_withJoinSet = [.. s_framework, MetadataReference.CreateFromFile(typeof(JoinSet).Assembly.Location)];

    public static AnalyzedCode Hundred { get; } = UsingSets(100);

    public static AnalyzedCode Thousand { get; } = UsingSets(1_000);

    public static IReadOnlyList<AnalyzedCode> All { get; } =
    [
        new("no JoinSet in reach", 1_000, s_framework, OrdinaryMethods.Files(1_000)),
        new("JoinSet referenced, not used", 1_000, s_withJoinSet, OrdinaryMethods.Files(1_000)),
        UsingSets(1),
        Hundred,
        Thousand,
        Large("one set, 5,000 statements around it", LargeMethods.ManyStatements(5_000)),
        Large("one set, 1,000 branches around it", LargeMethods.ManyBranches(1_000)),
        Large("one method with 200 sets", LargeMethods.ManySets(200)),
        Large("one set, 100 blocks deep", LargeMethods.Deep(100)),
        Large("one set, 1,000 blocks deep", LargeMethods.Deep(1_000)),
        Large("one loop with 200 spawns", LargeMethods.ManySpawns(200)),
    ];

    public static IEnumerable<AnalyzedCode> Named(string part) => All.Where(code => code.Name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static AnalyzedCode UsingSets(int methods) => new($"{methods:N0} using method{(methods == 1 ? "" : "s")}", methods, s_withJoinSet, UsingMethods.Files(methods));

    private static AnalyzedCode Large(string name, string method) => new(name, 1, s_withJoinSet, [UsingMethods.File([method])]);

    private static bool IsManaged(string file) => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal);
}
