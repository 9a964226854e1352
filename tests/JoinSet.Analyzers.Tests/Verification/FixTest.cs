using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace JoinSets.Analyzers.Tests.Verification;

/// <summary>
/// A code before and after a fix, checked by the framework: one by one, and all at once in the document, the project and the solution;
/// the result compiles and is not reported again. The rule is the one that the fix's key begins with.
/// </summary>
internal sealed class FixTest : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly string _id;

    internal FixTest(string key, string before, string after)
    {
        _id = key[..key.IndexOf('.')];
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(References.All);
        TestCode = before;
        FixedCode = after;
        CodeActionEquivalenceKey = key;
        TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
    }

    /// <summary>Members of a class; the framework's marks say where the reports are.</summary>
    internal static Task VerifyMembersAsync(string key, string before, string after)
        => new FixTest(key, InClass(before), InClass(after)).RunAsync();

    /// <summary>Statements of an async method.</summary>
    internal static Task VerifyStatementsAsync(string key, string before, string after)
        => VerifyMembersAsync(key, InMethod(before), InMethod(after));

    /// <summary>The same, where plain tasks, threads and timers are judged.</summary>
    internal static Task VerifyPlainTasksAsync(string key, string before, string after)
    {
        var test = new FixTest(key, InClass(InMethod(before)), InClass(InMethod(after)));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\njoinset.check_task_run = true\n"));
        return test.RunAsync();
    }

    internal static Task VerifyProgramAsync(string key, string before, string after)
    {
        var test = new FixTest(key, Snippet.Usings + before + "\n\n" + Snippet.Work, Snippet.Usings + after + "\n\n" + Snippet.Work);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    internal static string InClass(string members, string name = "Program", string work = Snippet.Work)
        => Snippet.Usings + work + "class " + name + "\n{\n" + Indent(members, 4) + "\n}\n";

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers()
        => AllRules.List.Where(rule => rule.SupportedDiagnostics.Any(descriptor => descriptor.Id == _id));

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders()
        => AllFixes.List.Where(fix => fix.FixableDiagnosticIds.Contains(_id));

    protected override ParseOptions CreateParseOptions()
        => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest);

    private static string InMethod(string statements)
        => "static async Task Run(List<string> urls, bool flag, object gate)\n{\n    await Task.Yield();\n" + Indent(statements, 4) + "\n}";

    private static string Indent(string code, int columns)
        => string.Join("\n", code.Split('\n').Select(line => line.Length == 0 || line[0] == '#' ? line : new string(' ', columns) + line));
}
