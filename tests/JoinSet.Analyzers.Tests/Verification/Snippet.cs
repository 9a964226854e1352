using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>A program in which each line that ends in a marker such as <c>// JOIN001</c> must be reported, and no other line.</summary>
internal sealed class Snippet(string source, LanguageVersion version = LanguageVersion.Latest)
{
    /// <summary>One line, so that it moves every other line by one and no more.</summary>
    internal const string Usings = "using System; using System.Collections.Concurrent; using System.Collections.Generic; using System.Linq; "
        + "using System.Threading; using System.Threading.Tasks; using JoinSets;\n";

    /// <summary>Work for the sets of the snippets.</summary>
    internal const string Work = "static class Do { "
        + "public static async Task<int> Count(CancellationToken token) { await Task.Delay(1, token); return 1; } "
        + "public static Task Step(CancellationToken token) => Task.Delay(1, token); }\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = [.. AllRules.List];

    internal string Source => source;

    /// <summary>Statements in an async method, with everything in scope that they usually want.</summary>
    internal static Snippet OfStatements(string statements, LanguageVersion version = LanguageVersion.Latest)
        => new(Usings + Work + "class Program\n{\n    static async Task Run(List<string> urls, bool flag, CancellationToken token)\n    {\n        await Task.Yield();\n"
            + statements + "\n    }\n}\n", version);

    internal static Snippet OfMembers(string members, LanguageVersion version = LanguageVersion.Latest)
        => new(Usings + Work + "class Program\n{\n" + members + "\n}\n", version);

    internal static Snippet OfFile(string code, LanguageVersion version = LanguageVersion.Latest) => new(Usings + code + "\n" + Work, version);

    /// <param name="ids">The rules that are asked; all of them, where none is named.</param>
    internal Task VerifyAsync(params string[] ids) => VerifyAsync(settings: null, ids);

    /// <param name="settings">What <c>.editorconfig</c> says.</param>
    /// <param name="ids">The rules that are asked.</param>
    internal async Task VerifyAsync(AnalyzerConfigOptionsProvider? settings, params string[] ids)
    {
        Compilation compilation = Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> reports = await ReportsAsync(compilation, settings);
        Assert.Equal(
            Expected().Where(mark => IsAsked(mark.Id)),
            reports.Where(report => IsAsked(report.Id)).Select(static report => (LineOf(report), report.Id)).Order());

        bool IsAsked(string id) => ids.Length == 0 || ids.Contains(id);
    }

    internal async Task<Diagnostic> SingleReportAsync(string id)
        => Assert.Single(await ReportsAsync(Compile()), report => report.Id == id);

    internal Compilation Compile() => CSharpCompilation.Create(
        "Snippet",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version), path: "Snippet.cs")],
        References.All,
        new CSharpCompilationOptions(OutputKindOf(source), nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <param name="compilation">What is judged.</param>
    /// <param name="settings">What <c>.editorconfig</c> says; nothing, where none is given.</param>
    internal static async Task<ImmutableArray<Diagnostic>> ReportsAsync(Compilation compilation, AnalyzerConfigOptionsProvider? settings = null)
    {
        AnalyzerOptions? options = settings is null ? null : new AnalyzerOptions([], settings);
        ImmutableArray<Diagnostic> reports = await compilation.WithAnalyzers(s_rules, options).GetAnalyzerDiagnosticsAsync();
        return [.. reports.OrderBy(static report => report.Location.SourceSpan.Start)];
    }

    private static int LineOf(Diagnostic report) => report.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static OutputKind OutputKindOf(string source)
        => source.Contains(" Main(", StringComparison.Ordinal) || CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement)
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    private IEnumerable<(int Line, string Id)> Expected() => source
        .Split('\n')
        .Select(static (text, index) => (Line: index + 1, Text: text.TrimEnd()))
        .Where(static line => line.Text.Length > 7 && line.Text[..^7].EndsWith("// ", StringComparison.Ordinal) && line.Text[^7..].StartsWith("JOIN", StringComparison.Ordinal))
        .Select(static line => (line.Line, line.Text[^7..]));
}
