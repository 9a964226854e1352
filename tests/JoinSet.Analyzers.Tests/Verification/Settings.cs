using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>One key of <c>.editorconfig</c>, set for every file.</summary>
internal sealed class Settings(string key, string value) : AnalyzerConfigOptionsProvider
{
    /// <summary>Plain tasks, threads and timers are judged too.</summary>
    internal static readonly Settings PlainTasks = new("joinset.check_task_run", "true");

    private readonly Section _section = new(key, value);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Section("", "");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _section;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _section;

    private sealed class Section(string key, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string asked, out string found)
        {
            found = value;
            return asked == key;
        }
    }
}
