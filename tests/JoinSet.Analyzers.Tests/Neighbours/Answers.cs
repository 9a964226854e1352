using System.Collections.Immutable;
using JoinSets.Analyzers.Neighbours;
using JoinSets.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.Neighbours;

/// <summary>What becomes of the neighbours' reports.</summary>
internal static class Answers
{
    /// <summary>The text under each report of this rule that is suppressed, in the order of the source.</summary>
    internal static async Task<IReadOnlyList<string>> SuppressedAsync(Snippet snippet, string id) => Texts(await ReportsAsync(snippet, id), isSuppressed: true);

    internal static async Task<IReadOnlyList<string>> LeftAsync(Snippet snippet, string id) => Texts(await ReportsAsync(snippet, id), isSuppressed: false);

    internal static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(Snippet snippet, string id)
    {
        Compilation compilation = snippet.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        return [.. (await AskAsync(compilation)).Where(report => report.Id == id).OrderBy(static report => report.Location.SourceSpan.Start)];
    }

    /// <summary>Everything that is said when the neighbours and the suppressor run, an exception of theirs included.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AskAsync(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return await compilation.WithAnalyzers([new NeighbourRule(), new DrainedSetSuppressor()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static List<string> Texts(IReadOnlyList<Diagnostic> reports, bool isSuppressed)
        => [.. reports.Where(report => report.IsSuppressed == isSuppressed).Select(static report => report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length))];
}
