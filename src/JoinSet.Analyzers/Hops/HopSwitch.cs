using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Hops;

/// <summary>The key in <c>.editorconfig</c> that asks the sharing rules to judge plain tasks, threads and timers as they judge a set's tasks.</summary>
internal static class HopSwitch
{
    internal const string Key = "joinset.check_task_run";

    internal static bool IsOn(AnalyzerConfigOptionsProvider options, SyntaxTree tree) => IsOn(options.GetOptions(tree)) || IsOn(options.GlobalOptions);

    /// <summary>Whether any file of the compilation is to be judged: where none is, nothing is registered for it.</summary>
    internal static bool IsOnSomewhere(AnalyzerConfigOptionsProvider options, Compilation compilation)
        => IsOn(options.GlobalOptions) || compilation.SyntaxTrees.Any(tree => IsOn(options.GetOptions(tree)));

    private static bool IsOn(AnalyzerConfigOptions options)
        => options.TryGetValue(Key, out string? value) && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
