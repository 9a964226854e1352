using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>Whatever is reported, each fix that is offered for it gives code that compiles, is not reported again, and brings no warning of its own.</summary>
internal static class FixSweep
{
    internal static async Task VerifyAsync(Snippet snippet, LanguageVersion version = LanguageVersion.Latest)
    {
        Compilation before = snippet.Compile();
        ILookup<string, Diagnostic> reports = (await Snippet.ReportsAsync(before)).ToLookup(static report => report.Id);
        foreach ((string key, string text) in await Workbench.FixEachAsync(snippet))
        {
            string id = key[..key.IndexOf('.')];
            Compilation after = new Snippet(text, version).Compile();
            Assert.True(CompilerIdsIn(after).IsSubsetOf(CompilerIdsIn(before)), $"{key} brings {string.Join(", ", CompilerIdsIn(after).Except(CompilerIdsIn(before)))}:\n{text}");
            foreach (IGrouping<string, Diagnostic> left in (await Snippet.ReportsAsync(after)).GroupBy(static report => report.Id))
            {
                int allowed = reports[left.Key].Count() - (left.Key == id ? 1 : 0);
                bool isHint = left.Key != id && left.First().Severity < DiagnosticSeverity.Warning;
                Assert.True(isHint || left.Count() <= allowed, $"{key} leaves {left.Count()} x {left.Key}:\n{text}");
            }
        }
    }

    /// <summary>Warnings too: most users of analyzers take them for errors.</summary>
    private static HashSet<string> CompilerIdsIn(Compilation compilation)
        => [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.Id)];
}
